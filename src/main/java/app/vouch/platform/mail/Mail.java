package app.vouch.platform.mail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plain text mail. Several copies of one mail name everybody who gets one, and each goes to one
 * recipient alone.
 *
 * @param id the same for each attempt to send it, such as {@code msg_…-prospect}
 * @param thread what a mail program keeps together
 * @param fromName shown beside the address that the mails come from
 * @param recipient who gets this copy; one of {@code to} and {@code copies}
 * @param headers further ones, by name
 */
public record Mail(
    String id,
    String thread,
    String fromName,
    Mailbox recipient,
    List<Mailbox> to,
    List<Mailbox> copies,
    List<Mailbox> replyTo,
    String subject,
    String text,
    Map<String, String> headers,
    Instant date) {

  /** An address, and whose it is. */
  public record Mailbox(@Nullable String name, String address) {}
}
