package app.vouch.delivery.outbound;

/** No answer came; the message says what happened instead. */
public class OutboundFailure extends Exception {
  private static final long serialVersionUID = 1;

  OutboundFailure(String message) {
    super(message, null, false, false);
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
