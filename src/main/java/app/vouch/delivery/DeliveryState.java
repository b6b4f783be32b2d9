package app.vouch.delivery;

/** Where a delivery stands. */
public enum DeliveryState {
  /** It waits for its time. */
  SCHEDULED,
  /** A replica is sending it. */
  SENDING,
  DELIVERED,
  /** The endpoint is paused or disabled. */
  HELD,
  /** Every attempt failed; it can be sent again by hand. */
  DEAD
}
