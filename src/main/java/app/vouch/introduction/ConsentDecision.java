package app.vouch.introduction;

/** What a party answered. */
public enum ConsentDecision {
  GIVEN,
  REFUSED
}
