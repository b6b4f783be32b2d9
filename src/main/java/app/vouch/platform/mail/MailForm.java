package app.vouch.platform.mail;

import app.vouch.platform.mail.Mail.Mailbox;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;

/**
 * Writes mails as RFC 5322 wants them: UTF-8, and no text of anybody's ever starts a header of its
 * own.
 *
 * @param from the address that all mails come from
 */
record MailForm(String from) {

  /** Of the address that mails come from. */
  String domain() {
    return from.substring(from.lastIndexOf('@') + 1);
  }

  MimeMessage write(Session session, Mail mail) throws MessagingException {
    MimeMessage message = new Addressed(session, "<" + mail.id() + "@" + domain() + ">");
    message.setFrom(address(new Mailbox(mail.fromName(), from)));
    message.setReplyTo(addresses(mail.replyTo()));
    message.setSubject(oneLine(mail.subject()), StandardCharsets.UTF_8.name());
    message.setText(mail.text(), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(mail.date()));
    message.setHeader("References", "<" + mail.thread() + "@" + domain() + ">");
    message.setHeader("Auto-Submitted", "auto-generated");
    for (Map.Entry<String, String> header : mail.headers().entrySet()) {
      message.setHeader(header.getKey(), oneLine(header.getValue()));
    }
    message.setRecipients(RecipientType.TO, addresses(mail.to()));
    message.setRecipients(RecipientType.CC, addresses(mail.copies()));
    message.saveChanges();
    return message;
  }

  /** Whom this copy goes to, whoever it names. */
  static InternetAddress[] envelope(Mailbox recipient) throws AddressException {
    return addresses(List.of(new Mailbox(null, recipient.address())));
  }

  private static InternetAddress[] addresses(List<Mailbox> boxes) throws AddressException {
    List<InternetAddress> all = new ArrayList<>();
    for (Mailbox box : boxes) {
      all.add(address(box));
    }
    return all.toArray(InternetAddress[]::new);
  }

  private static InternetAddress address(Mailbox box) throws AddressException {
    InternetAddress address = new InternetAddress(ascii(box.address()), true);
    String name = box.name();
    if (name != null) {
      try {
        address.setPersonal(oneLine(name), StandardCharsets.UTF_8.name());
      } catch (UnsupportedEncodingException e) {
        throw new IllegalStateException("UTF-8 is not available", e);
      }
    }
    return address;
  }

  private static String ascii(String address) throws AddressException {
    int at = address.lastIndexOf('@');
    try {
      return address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
    } catch (IllegalArgumentException e) {
      throw new AddressException("the domain is none");
    }
  }

  static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }

  /** Keeps its own id, which others make anew whenever it is written. */
  private static final class Addressed extends MimeMessage {
    private final String id;

    Addressed(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
