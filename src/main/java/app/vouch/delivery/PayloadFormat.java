package app.vouch.delivery;

/** What a delivery's body and headers look like. */
public enum PayloadFormat {
  /** The event as {@code GET /v1/events} shows it. */
  STANDARD,
  /** A CloudEvents 1.0 envelope around the event. */
  CLOUDEVENTS_STRUCTURED,
  /** The event, with the attributes of CloudEvents 1.0 in headers that begin with {@code ce-}. */
  CLOUDEVENTS_BINARY
}
