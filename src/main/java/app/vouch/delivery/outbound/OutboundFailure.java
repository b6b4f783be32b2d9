package app.vouch.delivery.outbound;

/** No answer came, or none that helps; the message says what happened instead. */
public class OutboundFailure extends Exception {
  private static final long serialVersionUID = 1;

  private final boolean credentials;

  public OutboundFailure(String message) {
    this(message, false);
  }

  /**
   * @param credentials whether our credentials were refused
   */
  public OutboundFailure(String message, boolean credentials) {
    super(message, null, false, false);
    this.credentials = credentials;
  }

  public String reason() {
    return String.valueOf(getMessage());
  }

  public boolean isOfCredentials() {
    return credentials;
  }
}
