package app.vouch.platform.mail;

import app.vouch.platform.mail.SmtpUrl.Security;
import app.vouch.shared.Emails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BooleanSupplier;
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
   * Hands a mail over, in the calling thread.
   *
   * @param stillWanted asked once, right before the line after which the server has the mail; false
   *     ends the attempt without it
   */
  public MailResult send(Mail mail, BooleanSupplier stillWanted) {
    if (url == null || session == null) {
      return new MailResult.TryLater(false, "no mail server is configured (VOUCH_SMTP_URL)");
    }
    try {
      MimeMessage message = form.write(session, mail);
      return send(session, url, message, MailForm.envelope(mail), mail, stillWanted);
    } catch (AddressException e) {
      return new MailResult.Refused("an address is not one that mail can be sent to");
    } catch (MessagingException e) {
      return new MailResult.Refused("the mail cannot be written: " + reason(e, mail));
    }
  }

  private static MailResult send(
      Session session,
      SmtpUrl server,
      MimeMessage message,
      Address[] envelope,
      Mail mail,
      BooleanSupplier stillWanted) {
    HandoverTransport transport = new HandoverTransport(session, stillWanted);
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
        LOG.warnf("the mail server %s cannot be used: %s", server, reason(e, mail));
        return new MailResult.TryLater(false, "the mail server cannot be reached");
      }
      return result(transport, e, mail);
    } finally {
      transport.leave();
    }
  }

  private static MailResult result(HandoverTransport transport, MessagingException e, Mail mail) {
    if (transport.wasAbandoned()) {
      return new MailResult.Abandoned();
    }
    int answer = answer(e);
    String why = reason(e, mail);
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

  private static String reason(MessagingException e, Mail mail) {
    Exception cause = e;
    while (cause instanceof MessagingException now
        && now.getNextException() != null
        && !(cause instanceof SMTPAddressFailedException)) {
      cause = now.getNextException();
    }
    String text = cause instanceof IOException ? cause.toString() : cause.getMessage();
    String line = MailForm.oneLine(String.valueOf(text));
    String masked = Emails.masked(line, mail.recipient().address());
    return masked.length() <= LONGEST_REASON ? masked : masked.substring(0, LONGEST_REASON);
  }
}
