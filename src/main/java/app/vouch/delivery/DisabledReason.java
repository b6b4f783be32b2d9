package app.vouch.delivery;

/** Why an endpoint is disabled. */
public enum DisabledReason {
  /** The caller wanted it. */
  REQUESTED,
  /** The receiver answered 410. */
  GONE,
  FAILING,
  CREDENTIALS
}
