package app.vouch.delivery;

/** How a condition compares a member of an event. */
public enum EventOperator {
  /** It is one of the values. */
  IN,
  /** A number or a text, such as a time, that comes after the value. */
  GREATER_THAN,
  /** A number or a text, such as a time, that comes before the value. */
  LESS_THAN,
  /** A text that starts with one of the values. */
  STARTS_WITH,
  /** It is there and not null; takes no value. */
  EXISTS
}
