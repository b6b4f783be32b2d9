package app.vouch.incentive.recognition;

import app.vouch.platform.work.Identified;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That a referrer went from one tier to another.
 *
 * @param fromTier 0 for none, 1 for the lowest
 * @param counted won referrals in the window at that time
 */
@Schema(name = "TierChange")
@Name("TierChange")
public record TierChangeView(
    @Id @NonNull String id,
    @Id @NonNull String referrerId,
    int fromTier,
    int toTier,
    int counted,
    @NonNull Instant changedAt)
    implements Identified {}
