package app.vouch.introduction;

import app.vouch.platform.work.Identified;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A message that somebody should send, or should have sent. Its text and link are made by rendering
 * it.
 *
 * @param sendable false once the introduction has moved on or the time is over
 */
@Schema(name = "Message")
@Name("Message")
public record MessageView(
    @Id @NonNull String id,
    @NonNull MessageKind kind,
    @Id @NonNull String introductionId,
    @Id @NonNull String recipientPersonId,
    boolean sendable,
    @NonNull Instant createdAt,
    @NonNull Instant expiresAt)
    implements Identified {}
