package app.vouch.introduction;

import app.vouch.platform.work.Identified;
import app.vouch.platform.work.WithSecret;
import app.vouch.shared.Language;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A message as it can be sent, once.
 *
 * @param introductionId null where it is about a referral alone
 * @param referralId null until there is one
 * @param recipientPersonId null for the requester, whom the introduction names
 * @param text plain text with the link in it; null where a repeated call would have shown the link
 *     again
 * @param link the opt-in link, where the message brings one
 * @param optOutUrl with which the reader ends all messages, where the prospect reads it; it is in
 *     the text as well
 * @param withdrawalUrl with which the recipient takes their yes back, once they have given it; for
 *     them alone, so it is not in a text that they forward
 * @param headers for whoever sends it as mail: {@code List-Unsubscribe} and {@code
 *     List-Unsubscribe-Post} (RFC 8058)
 * @param secretWithheld true where text and link are left out: render it again with a new key
 */
@Schema(name = "RenderedMessage")
@Name("RenderedMessage")
public record RenderedMessageView(
    @Id @NonNull String id,
    @NonNull MessageKind kind,
    @Id @Nullable String introductionId,
    @Id @Nullable String referralId,
    @NonNull RecipientRole recipientRole,
    @Id @Nullable String recipientPersonId,
    @NonNull Language language,
    @NonNull String subject,
    @Nullable String text,
    @Nullable String link,
    @Nullable String optOutUrl,
    @Nullable String withdrawalUrl,
    @NonNull Map<String, String> headers,
    boolean secretWithheld,
    @NonNull Instant expiresAt)
    implements Identified, WithSecret<RenderedMessageView> {

  static Map<String, String> headers(@Nullable String optOut) {
    return optOut == null
        ? Map.of()
        : Map.of(
            "List-Unsubscribe",
            "<%s>".formatted(optOut),
            "List-Unsubscribe-Post",
            "List-Unsubscribe=One-Click");
  }

  @Override
  public RenderedMessageView withheld() {
    return introductionId == null || kind.reader() == null
        ? this
        : new RenderedMessageView(
            id,
            kind,
            introductionId,
            referralId,
            recipientRole,
            recipientPersonId,
            language,
            subject,
            null,
            null,
            null,
            null,
            Map.of(),
            true,
            expiresAt);
  }
}
