package app.vouch.directory;

import app.vouch.platform.access.Actor;
import app.vouch.platform.work.Identified;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An address that nobody is to write to. The address itself is not kept, so it is not shown; ask
 * for it with the filter.
 *
 * @param recordedBy who asked for it: the person themselves, or a caller
 * @param liftedAt since when it counts no more; null while it counts
 */
@Schema(name = "Suppression")
@Name("Suppression")
public record SuppressionView(
    @Id @NonNull String id,
    @NonNull SuppressionReason reason,
    @NonNull SuppressionSource source,
    @Nullable String note,
    @NonNull Instant createdAt,
    @NonNull Actor recordedBy,
    @Nullable Instant liftedAt,
    @Nullable String liftReason,
    @Nullable Actor liftedBy)
    implements Identified {}
