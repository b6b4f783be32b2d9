package app.vouch.delivery;

/** Which events are sent to an endpoint again. */
public enum ReplayScope {
  /** Those that were given up. */
  FAILED,
  /** Those of the log that it wants and was never to get, such as those before it was made. */
  MISSING,
  /** Every one of the log that it wants, also what it has got. */
  ALL
}
