package app.vouch.attribution;

import app.vouch.platform.work.Identified;
import app.vouch.program.EvidenceSource;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One dated piece of evidence that links a referrer to a deal.
 *
 * @param dealId null when it counts for every deal of its referral
 * @param introductionId the introduction that it comes from
 */
@Schema(name = "Touchpoint")
@Name("Touchpoint")
public record TouchpointView(
    @Id @NonNull String id,
    @Id @NonNull String referralId,
    @Id @Nullable String dealId,
    @Id @NonNull String referrerId,
    @Id @Nullable String introductionId,
    @NonNull EvidenceSource source,
    @NonNull Instant occurredAt,
    @Nullable String evidence,
    @NonNull Instant createdAt)
    implements Identified {}
