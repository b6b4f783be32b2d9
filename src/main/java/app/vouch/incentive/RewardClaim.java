package app.vouch.incentive;

import app.vouch.program.ApplicableVersion;
import app.vouch.program.RewardRule;
import app.vouch.program.RewardRule.Beneficiary;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says somebody shall get.
 *
 * @param beneficiary never BOTH: each of them has a claim
 * @param calculation how the amount was found, to be kept
 */
record RewardClaim(
    ApplicableVersion version,
    RewardRule rule,
    UUID referralId,
    @Nullable UUID dealId,
    Beneficiary beneficiary,
    UUID payeeId,
    RewardAmount amount,
    RewardCalculationView calculation) {

  RewardSlot slot() {
    return new RewardSlot(referralId, rule.id(), beneficiary);
  }
}
