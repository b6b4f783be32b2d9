package app.vouch.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** A connection that knows whether the line was sent after which the server has the mail. */
final class HandoverTransport extends SMTPTransport {
  private final BooleanSupplier stillWanted;
  private boolean handedOver;
  private boolean abandoned;

  HandoverTransport(Session session, BooleanSupplier stillWanted) {
    super(session, new URLName("smtp", null, -1, null, null, null));
    this.stillWanted = stillWanted;
  }

  boolean isHandedOver() {
    return handedOver;
  }

  boolean wasAbandoned() {
    return abandoned;
  }

  /** The failure closes the connection in the middle of the mail, so that the server drops it. */
  @Override
  protected void finishData() throws IOException, MessagingException {
    if (!stillWanted.getAsBoolean()) {
      abandoned = true;
      throw new IOException("the mail is not wanted any more");
    }
    handedOver = true;
    super.finishData();
  }

  /** Ends the connection; what the server says to that does not matter. */
  void leave() {
    try {
      close();
    } catch (MessagingException e) {
      // The mail's fate is known.
    }
  }
}
