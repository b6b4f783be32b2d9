package app.vouch.delivery.outbound;

/** Vouch does not connect to that URL; the message says why. */
public class AddressRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  AddressRefused(String message) {
    super(message, null, false, false);
  }

  /** What was wrong, with what. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
