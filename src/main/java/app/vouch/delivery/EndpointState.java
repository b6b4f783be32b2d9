package app.vouch.delivery;

/** Whether an endpoint is sent to; while it is not, its deliveries are held. */
public enum EndpointState {
  ENABLED,
  PAUSED,
  DISABLED
}
