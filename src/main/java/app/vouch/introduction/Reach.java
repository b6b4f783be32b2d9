package app.vouch.introduction;

/**
 * Which of an introduction's parties may be written to.
 *
 * @param connector also for what the connector forwards
 */
record Reach(boolean connector, boolean prospect) {

  /** The connector is told that all is over even where the prospect wants no more messages. */
  boolean covers(MessageKind kind) {
    return connector && (prospect || kind == MessageKind.CONNECTOR_CALLED_OFF);
  }
}
