package app.vouch.introduction;

import java.time.Instant;

/** What an event says about a message: never its text, never a link. */
public record MessageNotice(String id, MessageKind kind, Recipient recipient, Instant expiresAt) {

  /** Who shall get it. */
  public record Recipient(String personId) {}
}
