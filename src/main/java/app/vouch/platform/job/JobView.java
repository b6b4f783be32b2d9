package app.vouch.platform.job;

import app.vouch.platform.access.Actor;
import app.vouch.platform.work.Versioned;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A job as callers see it.
 *
 * @param done how many things it has gone through, those it refused among them
 * @param refused how many of them it could not do; its items say why
 * @param total how many there are; null while that is not known
 * @param faultCode why it failed, as in a problem
 * @param requestedBy in whose name it works
 */
@Schema(name = "Job")
@Name("Job")
public record JobView(
    @Id @NonNull String id,
    @NonNull String kind,
    @NonNull JobState state,
    int done,
    int refused,
    @Nullable Integer total,
    @Nullable String faultCode,
    @Nullable String fault,
    @NonNull Actor requestedBy,
    int version,
    @NonNull Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @NonNull Instant updatedAt)
    implements Versioned {}
