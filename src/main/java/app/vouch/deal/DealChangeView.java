package app.vouch.deal;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A change that a CRM reported.
 *
 * @param dealVersion the deal's version after it
 * @param fields what it changed, or what it would have changed had it not been too old
 */
@Schema(name = "DealChange")
@Name("DealChange")
public record DealChangeView(
    @NonNull DealChangeOutcome outcome,
    @Nullable Long sourceVersion,
    @Nullable Instant sourceTime,
    int dealVersion,
    @NonNull List<@NonNull String> fields,
    @NonNull Instant recordedAt) {}
