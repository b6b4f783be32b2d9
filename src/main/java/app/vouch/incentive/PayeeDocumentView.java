package app.vouch.incentive;

import app.vouch.platform.access.Actor;
import app.vouch.platform.work.Versioned;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * That a payee has handed in or declared something, which gates go by. It counts from {@code
 * validFrom} until {@code expiresAt}, unless it was revoked.
 *
 * @param payeeId the person
 * @param kind UPPER_SNAKE, such as {@code PROMOTER_AGREEMENT} or {@code TAX_FORM}; {@code
 *     PUBLIC_OFFICIAL} says that they are one
 * @param reference where the paper is kept
 */
@Schema(name = "PayeeDocument")
@Name("PayeeDocument")
public record PayeeDocumentView(
    @Id @NonNull String id,
    @Id @NonNull String payeeId,
    @NonNull String kind,
    @NonNull String reference,
    @NonNull Instant validFrom,
    @Nullable Instant expiresAt,
    @NonNull Actor recordedBy,
    @Nullable Instant revokedAt,
    @Nullable String revokeReason,
    int version,
    @NonNull Instant createdAt,
    @NonNull Instant updatedAt)
    implements Versioned {}
