package app.vouch.referral;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What other contexts need to know of a referral.
 *
 * @param programVersionId the version that applies to it for ever
 * @param receivedAt when it was ours to decide; decides who was first
 * @param occurredAt when it happened, as the caller says; decides nothing
 */
public record ReferralFacts(
    UUID id,
    ReferralState state,
    UUID programId,
    UUID programVersionId,
    UUID referrerId,
    UUID referrerPersonId,
    UUID prospectPersonId,
    @Nullable UUID organizationId,
    ReferralSource source,
    Instant receivedAt,
    @Nullable Instant occurredAt) {}
