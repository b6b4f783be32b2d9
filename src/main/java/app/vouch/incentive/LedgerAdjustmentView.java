package app.vouch.incentive;

import app.vouch.platform.work.Versioned;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A manual entry as callers see it.
 *
 * @param key the caller's own; the entry's is {@code manual:<key>}
 * @param effectiveAt when it counts; null for the moment at which it is approved
 * @param reverses the manual entry that it undoes
 * @param corrects the entry that it adds to
 * @param entryId what was booked; null until it is approved
 */
@Schema(name = "LedgerAdjustment")
@Name("LedgerAdjustment")
public record LedgerAdjustmentView(
    @Id @NonNull String id,
    @NonNull AdjustmentState state,
    @NonNull String key,
    @NonNull List<@NonNull AdjustmentLeg> legs,
    @NonNull String reasonCode,
    @NonNull String note,
    @Nullable Instant effectiveAt,
    @Id @Nullable String reverses,
    @Id @Nullable String corrects,
    @Id @Nullable String entryId,
    @NonNull String proposedBy,
    @Nullable String decidedBy,
    int version,
    @NonNull Instant createdAt,
    @NonNull Instant updatedAt)
    implements Versioned {}
