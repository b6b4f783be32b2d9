package app.vouch.platform.mail;

import app.vouch.platform.mail.Mail.Mailbox;
import app.vouch.platform.mail.SmtpUrl.Security;
import app.vouch.shared.Emails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The mail server that the operator named, if one was named. Each mail has its own connection. */
@ApplicationScoped
public class MailServer {
  private static final Logger LOG = Logger.getLogger(MailServer.class);
  private static final int REFUSED_FOR_GOOD = 500;
  private static final int LONGEST_REASON = 300;

  private final @Nullable SmtpUrl url;
  private final MailForm form;
  private final @Nullable Session session;

  MailServer(
      @ConfigProperty(name = "vouch.smtp-url") Optional<String> url,
      @ConfigProperty(name = "vouch.mail-from") Optional<String> from,
      @ConfigProperty(name = "vouch.mail.timeout") Duration timeout) {
    this.url = url.filter(text -> !text.isBlank()).map(SmtpUrl::parse).orElse(null);
    this.form = new MailForm(from.orElse("").strip());
    this.session = this.url == null ? null : session(this.url, timeout);
  }

  public boolean isConfigured() {
    return session != null;
  }

  private Session session(SmtpUrl server, Duration timeout) {
    Properties settings = new Properties();
    String wait = Long.toString(timeout.toMillis());
    settings.put("mail.smtp.host", server.host());
    settings.put("mail.smtp.port", Integer.toString(server.port()));
    settings.put("mail.smtp.from", form.from());
    settings.put("mail.smtp.localhost", form.domain());
    settings.put("mail.smtp.auth", Boolean.toString(server.user() != null));
    settings.put("mail.smtp.ssl.enable", Boolean.toString(server.security() == Security.TLS));
    settings.put("mail.smtp.ssl.checkserveridentity", "true");
    boolean startTls = server.security() == Security.STARTTLS;
    settings.put("mail.smtp.starttls.enable", Boolean.toString(startTls));
    settings.put("mail.smtp.starttls.required", Boolean.toString(startTls));
    settings.put("mail.smtp.connectiontimeout", wait);
    settings.put("mail.smtp.timeout", wait);
    settings.put("mail.smtp.writetimeout", wait);
    settings.put("mail.smtp.quitwait", "false");
    return Session.getInstance(settings);
  }

  /**
   * Hands a mail over, in the calling thread. Its text is asked for once the server has accepted
   * the recipient and waits for it, so that a server that does not answer costs nothing.
   *
   * @param recipient who gets this copy
   * @param text of the mail; none ends the attempt without it
   * @param stillWanted asked once, right before the line after which the server has the mail; false
   *     ends the attempt without it
   */
  public MailResult send(
      Mailbox recipient, Supplier<Optional<Mail>> text, BooleanSupplier stillWanted) {
    if (url == null || session == null) {
      return new MailResult.TryLater(false, "no mail server is configured (VOUCH_SMTP_URL)");
    }
    try {
      Address[] envelope = MailForm.envelope(recipient);
      return send(session, url, new LateMessage(session, form, text), envelope, stillWanted);
    } catch (AddressException e) {
      return new MailResult.Refused("an address is not one that mail can be sent to");
    }
  }

  private static MailResult send(
      Session session,
      SmtpUrl server,
      LateMessage message,
      Address[] envelope,
      BooleanSupplier stillWanted) {
    HandoverTransport transport = new HandoverTransport(session, stillWanted);
    String recipient = String.valueOf(envelope[0]);
    boolean reached = false;
    try {
      transport.connect(server.host(), server.port(), server.user(), server.password());
      reached = true;
      transport.sendMessage(message, envelope);
      return new MailResult.Taken();
    } catch (AuthenticationFailedException e) {
      return new MailResult.TryLater(false, "the mail server does not accept our sign-in");
    } catch (MessagingException e) {
      if (!reached) {
        LOG.warnf("the mail server %s cannot be used: %s", server, reason(e, recipient));
        return new MailResult.TryLater(false, "the mail server cannot be reached");
      }
      return result(transport, message, e, recipient);
    } finally {
      transport.leave();
    }
  }

  private static MailResult result(
      HandoverTransport transport, LateMessage message, MessagingException e, String recipient) {
    RuntimeException broken = message.broken();
    if (broken != null) {
      throw broken;
    }
    MessagingException unwritable = message.unwritable();
    if (unwritable instanceof AddressException) {
      return new MailResult.Refused("an address is not one that mail can be sent to");
    }
    if (unwritable != null) {
      return new MailResult.Refused("the mail cannot be written: " + reason(unwritable, recipient));
    }
    if (message.wasAbandoned() || transport.wasAbandoned()) {
      return new MailResult.Abandoned();
    }
    int answer = answer(e);
    String why = reason(e, recipient);
    if (transport.isHandedOver() && answer < 0) {
      return new MailResult.Unknown(why);
    }
    return answer >= REFUSED_FOR_GOOD
        ? new MailResult.Refused(why)
        : new MailResult.TryLater(true, why);
  }

  /** The server's answer to the recipient or to the mail; -1 where there was none. */
  private static int answer(MessagingException e) {
    for (Exception at = e; at instanceof MessagingException now; at = now.getNextException()) {
      if (at instanceof SMTPAddressFailedException refused) {
        return refused.getReturnCode();
      }
    }
    return e instanceof SMTPSendFailedException refused ? refused.getReturnCode() : -1;
  }

  private static String reason(MessagingException e, String recipient) {
    Exception cause = e;
    while (cause instanceof MessagingException now
        && now.getNextException() != null
        && !(cause instanceof SMTPAddressFailedException)) {
      cause = now.getNextException();
    }
    String text = cause instanceof IOException ? cause.toString() : cause.getMessage();
    String line = MailForm.oneLine(String.valueOf(text));
    String masked = Emails.masked(line, recipient);
    return masked.length() <= LONGEST_REASON ? masked : masked.substring(0, LONGEST_REASON);
  }
}
