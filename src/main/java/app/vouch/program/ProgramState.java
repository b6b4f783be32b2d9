package app.vouch.program;

/** Where a program stands; an archived one takes no new referrals, open ones run to their end. */
public enum ProgramState {
  ACTIVE,
  ARCHIVED
}
