package app.vouch.local;

/** The program cannot start; the message tells the person at the terminal why and what to do. */
public final class StartRefused extends RuntimeException {
  public StartRefused(String message) {
    super(message);
  }

  public StartRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
