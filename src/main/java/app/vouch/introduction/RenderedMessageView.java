package app.vouch.introduction;

import app.vouch.platform.work.Identified;
import app.vouch.platform.work.WithSecret;
import app.vouch.shared.Language;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A message as it can be sent, once.
 *
 * @param text plain text with the link in it; null where a repeated call would have shown the link
 *     again
 * @param link the opt-in link, where the message brings one
 * @param secretWithheld true where text and link are left out: render it again with a new key
 */
@Schema(name = "RenderedMessage")
@Name("RenderedMessage")
public record RenderedMessageView(
    @Id @NonNull String id,
    @NonNull MessageKind kind,
    @Id @NonNull String introductionId,
    @Id @NonNull String recipientPersonId,
    @NonNull Language language,
    @NonNull String subject,
    @Nullable String text,
    @Nullable String link,
    boolean secretWithheld,
    @NonNull Instant expiresAt)
    implements Identified, WithSecret<RenderedMessageView> {

  @Override
  public RenderedMessageView withheld() {
    return link == null
        ? this
        : new RenderedMessageView(
            id,
            kind,
            introductionId,
            recipientPersonId,
            language,
            subject,
            null,
            null,
            true,
            expiresAt);
  }
}
