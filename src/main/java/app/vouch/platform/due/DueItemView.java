package app.vouch.platform.due;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that should happen by a time.
 *
 * @param resourceId the referral or introduction that waits
 * @param referralId the referral that it is about; null where there is none yet
 */
@Schema(name = "DueItem")
@Name("DueItem")
public record DueItemView(
    @NonNull DueKind kind,
    @Id @NonNull String resourceId,
    @Id @Nullable String referralId,
    @NonNull Instant dueAt,
    boolean overdue) {}
