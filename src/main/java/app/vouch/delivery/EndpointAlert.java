package app.vouch.delivery;

/** What is told about an endpoint by mail. */
enum EndpointAlert {
  FAILING("Your webhook endpoint at %s fails", "held since %s; deliveries wait and are not lost"),
  DISABLED("Your webhook endpoint at %s is disabled", "disabled since %s; deliveries wait"),
  RECOVERED("Your webhook endpoint at %s works again", "deliveries arrive again since %s");

  private final String subject;
  private final String state;

  EndpointAlert(String subject, String state) {
    this.subject = subject;
    this.state = state;
  }

  /**
   * @param host of the endpoint
   */
  String subject(String host) {
    return subject.formatted(host);
  }

  String state(Object since) {
    return state.formatted(since);
  }
}
