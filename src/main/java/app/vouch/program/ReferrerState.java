package app.vouch.program;

/** Where a referrer stands in a program. */
public enum ReferrerState {
  ENROLLED,
  PAUSED,
  REMOVED
}
