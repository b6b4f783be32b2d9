package app.vouch.introduction;

import app.vouch.platform.mail.Mail;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a message that Vouch mails to somebody itself.
 *
 * @param attempts how often the mail server was tried
 * @param nextAttemptAt while it is queued
 * @param problem of the last attempt, where it failed
 * @param detail what the mail server said
 * @param outbox what would have been mailed; of a test tenant only, which mails nobody
 */
@Schema(name = "Mail")
@Name("Mail")
public record MailView(
    @NonNull RecipientRole recipientRole,
    @NonNull MailState state,
    int attempts,
    @Nullable Instant nextAttemptAt,
    @Nullable Instant sentAt,
    @Nullable MailProblem problem,
    @Nullable String detail,
    @Nullable MailContent outbox) {

  /**
   * A mail's text.
   *
   * @param to the recipient's address
   * @param from the sender's name
   * @param headers beside those that every mail has
   */
  @Schema(name = "MailContent")
  @Name("MailContent")
  public record MailContent(
      @NonNull String to,
      @NonNull String from,
      @NonNull String subject,
      @NonNull String text,
      @NonNull Map<String, String> headers) {

    static MailContent of(Mail mail) {
      return new MailContent(
          mail.recipient().address(), mail.fromName(), mail.subject(), mail.text(), mail.headers());
    }
  }
}
