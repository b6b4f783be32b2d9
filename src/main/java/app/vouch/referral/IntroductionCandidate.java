package app.vouch.referral;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who shall introduce whom, before there is a referral.
 *
 * @param prospectIsNew whether nobody knew the prospect before they were named here
 */
public record IntroductionCandidate(
    UUID programId,
    UUID programVersionId,
    UUID referrerId,
    UUID connectorPersonId,
    UUID prospectPersonId,
    boolean prospectIsNew,
    @Nullable UUID organizationId,
    @Nullable String organizationName,
    @Nullable String organizationDomain) {}
