package app.vouch.introduction;

import app.vouch.platform.work.Identified;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A message that somebody should send, or should have sent, or that Vouch mails itself. Its text
 * and link are made by rendering it.
 *
 * @param recipientPersonId null for the requester, whom the introduction names
 * @param sendable whether somebody should send it: false once the introduction has moved on or the
 *     time is over, and where Vouch mails it itself
 * @param mails the copies that Vouch mails itself; none where somebody else sends
 */
@Schema(name = "Message")
@Name("Message")
public record MessageView(
    @Id @NonNull String id,
    @NonNull MessageKind kind,
    @Id @NonNull String introductionId,
    @NonNull RecipientRole recipientRole,
    @Id @Nullable String recipientPersonId,
    boolean sendable,
    @NonNull List<@NonNull MailView> mails,
    @NonNull Instant createdAt,
    @NonNull Instant expiresAt)
    implements Identified {}
