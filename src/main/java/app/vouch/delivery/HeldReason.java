package app.vouch.delivery;

/** Why nothing but a probe is sent to an endpoint that is enabled. */
public enum HeldReason {
  /** Attempts failed in a row. */
  FAILING,
  /** The receiver answered 401 or 403 in a row. */
  CREDENTIALS
}
