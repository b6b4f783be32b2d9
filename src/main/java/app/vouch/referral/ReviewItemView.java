package app.vouch.referral;

import app.vouch.platform.work.Versioned;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for a person.
 *
 * @param candidates the referrals to choose from
 * @param resolvedAt null while it is open
 */
@Schema(name = "ReviewItem")
@Name("ReviewItem")
public record ReviewItemView(
    @Id @NonNull String id,
    int version,
    @NonNull ReviewKind kind,
    @Id @NonNull String dealId,
    @NonNull List<@NonNull String> candidates,
    @NonNull Instant createdAt,
    @Nullable Instant resolvedAt)
    implements Versioned {}
