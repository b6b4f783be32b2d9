package app.vouch.deal;

/** What became of a change that a CRM reported. */
public enum DealChangeOutcome {
  APPLIED,
  /** Older than what was known. */
  IGNORED
}
