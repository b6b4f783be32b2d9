package app.vouch.introduction;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an event says about a message: never its text, never a link. */
@Schema(name = "MessageNotice")
public record MessageNotice(String id, MessageKind kind, Recipient recipient, Instant expiresAt) {

  /** Who shall get it. */
  @Schema(name = "MessageRecipient")
  public record Recipient(String personId) {}
}
