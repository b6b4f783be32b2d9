package app.vouch.platform.job;

import app.vouch.platform.work.Identified;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of one of the things that a job went through.
 *
 * @param code why it was refused, as in a problem; null when it was done
 * @param result JSON text of what was found out about it; null where the kind finds out nothing, or
 *     the key may not read what it found
 */
@Schema(name = "JobItem")
@Name("JobItem")
public record JobItemView(
    @Id @NonNull String id,
    @Id @NonNull String resourceId,
    boolean done,
    @Nullable String code,
    @Nullable String message,
    @Nullable String result)
    implements Identified {}
