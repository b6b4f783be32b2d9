package app.vouch.introduction;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an event says about a message: never its text, never a link.
 *
 * @param mailedTo who has got it from Vouch already, where it could not mail it to all
 */
@Schema(name = "MessageNotice")
public record MessageNotice(
    String id,
    MessageKind kind,
    Recipient recipient,
    List<RecipientRole> mailedTo,
    Instant expiresAt) {

  /**
   * Who shall get it.
   *
   * @param personId null for the requester, whom the introduction names
   */
  @Schema(name = "MessageRecipient")
  public record Recipient(RecipientRole role, @Nullable String personId) {}
}
