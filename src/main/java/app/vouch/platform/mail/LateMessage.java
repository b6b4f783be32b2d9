package app.vouch.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A mail that is written when the server has accepted its recipient and waits for the text. A
 * failure closes the connection in the middle of the mail, so that the server drops it.
 */
final class LateMessage extends MimeMessage {
  private final MailForm form;
  private final Supplier<Optional<Mail>> text;
  private boolean abandoned;
  private @Nullable MessagingException unwritable;
  private @Nullable RuntimeException broken;

  LateMessage(Session session, MailForm form, Supplier<Optional<Mail>> text) {
    super(session);
    this.form = form;
    this.text = text;
  }

  /** Whether there was no text any more. */
  boolean wasAbandoned() {
    return abandoned;
  }

  /** Why the text could not be made a mail. */
  @Nullable MessagingException unwritable() {
    return unwritable;
  }

  /** What the text's supplier threw. */
  @Nullable RuntimeException broken() {
    return broken;
  }

  @Override
  public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
    written().writeTo(out, ignored);
  }

  private MimeMessage written() throws IOException {
    try {
      Optional<Mail> mail = text.get();
      if (mail.isPresent()) {
        return form.write(session, mail.get());
      }
    } catch (MessagingException e) {
      unwritable = e;
      throw new IOException("the mail cannot be written", e);
    } catch (RuntimeException e) {
      broken = e;
      throw new IOException("the mail's text cannot be made", e);
    }
    abandoned = true;
    throw new IOException("the mail is not wanted any more");
  }
}
