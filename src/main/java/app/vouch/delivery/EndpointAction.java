package app.vouch.delivery;

/** What can be done with an endpoint. */
public enum EndpointAction {
  PAUSE,
  RESUME,
  DISABLE,
  ENABLE
}
