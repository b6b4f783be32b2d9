package app.vouch.introduction;

import app.vouch.referral.IntroductionCandidate;
import app.vouch.referral.ReferralFacts;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked to introduce whom, and by which rules.
 *
 * @param referralId null where it is captured once the connector agrees
 */
record IntroductionSubject(
    @Nullable UUID referralId,
    UUID programVersionId,
    UUID referrerId,
    UUID connectorPersonId,
    UUID prospectPersonId,
    @Nullable UUID organizationId) {

  static IntroductionSubject of(ReferralFacts referral) {
    return new IntroductionSubject(
        referral.id(),
        referral.programVersionId(),
        referral.referrerId(),
        referral.referrerPersonId(),
        referral.prospectPersonId(),
        referral.organizationId());
  }

  static IntroductionSubject of(IntroductionCandidate candidate) {
    return new IntroductionSubject(
        null,
        candidate.programVersionId(),
        candidate.referrerId(),
        candidate.connectorPersonId(),
        candidate.prospectPersonId(),
        candidate.organizationId());
  }
}
