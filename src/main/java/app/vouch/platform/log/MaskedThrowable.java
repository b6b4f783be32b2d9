package app.vouch.platform.log;

import org.jspecify.annotations.Nullable;

/** A fault as it may stand in the log: the same places, and words without secrets. */
final class MaskedThrowable extends Throwable {
  private static final long serialVersionUID = 1;

  private final String text;

  MaskedThrowable(Throwable original) {
    super(Secrets.mask(String.valueOf(original.getMessage())), cause(original), false, true);
    this.text = Secrets.mask(original.toString());
    setStackTrace(original.getStackTrace());
  }

  private static @Nullable Throwable cause(Throwable original) {
    Throwable cause = original.getCause();
    return cause == null ? null : new MaskedThrowable(cause);
  }

  @Override
  public String toString() {
    return text;
  }
}
