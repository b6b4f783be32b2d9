package app.vouch.delivery;

/** How an endpoint's attempts end. */
public enum HealthState {
  HEALTHY,
  /** The last attempt failed; retries go by the schedule. */
  FAILING,
  /** Attempts failed in a row: deliveries are held, and one is tried from time to time. */
  HELD
}
