package app.vouch.platform.log;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Masks secrets in every line that is logged, whoever logs it: the framework and the access log
 * included. It lets every line through.
 */
@LoggingFilter(name = "secrets")
public final class SecretsFilter implements Filter {

  /** Formats as the handlers do, so that a secret in a parameter is seen. */
  @Override
  @SuppressWarnings("deprecation")
  public boolean isLoggable(LogRecord line) {
    if (line instanceof ExtLogRecord record) {
      String message = record.getFormattedMessage();
      String masked = Secrets.mask(message);
      if (!masked.equals(message)) {
        record.setMessage(masked, ExtLogRecord.FormatStyle.NO_FORMAT);
        record.setParameters(null);
      }
    }
    Throwable thrown = line.getThrown();
    if (thrown != null && tells(thrown)) {
      line.setThrown(new MaskedThrowable(thrown));
    }
    return true;
  }

  private static boolean tells(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      String text = t.toString();
      if (!Secrets.mask(text).equals(text)) {
        return true;
      }
    }
    return false;
  }
}
