package app.vouch.incentive;

import app.vouch.program.ApplicableVersion;
import app.vouch.program.RewardRule;
import app.vouch.program.RewardRule.Beneficiary;
import app.vouch.shared.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says somebody shall get.
 *
 * @param beneficiary never BOTH: each of them has a claim
 * @param amount of the reward that carries it
 * @param inOtherRewards what other rewards carry of it
 * @param calculation how the whole amount was found, to be kept
 */
record RewardClaim(
    ApplicableVersion version,
    RewardRule rule,
    UUID referralId,
    @Nullable UUID dealId,
    Beneficiary beneficiary,
    UUID payeeId,
    RewardAmount amount,
    @Nullable Money inOtherRewards,
    RewardCalculationView calculation) {

  /**
   * The same, of which a reward carries a part.
   *
   * @throws IllegalStateException while the amount cannot be known
   */
  RewardClaim carrying(Money part) {
    Money whole = promised();
    if (whole == null) {
      throw new IllegalStateException("a claim without an amount has no parts");
    }
    Money others = whole.minus(part);
    return new RewardClaim(
        version,
        rule,
        referralId,
        dealId,
        beneficiary,
        payeeId,
        amount.carrying(part),
        others,
        calculation.besides(others.isZero() ? null : others.view()));
  }

  /** The whole amount; null while it cannot be known. */
  @Nullable Money promised() {
    Money own = amount.amount();
    return own == null || inOtherRewards == null ? own : own.plus(inOtherRewards);
  }

  RewardSlot slot() {
    return new RewardSlot(referralId, rule.id(), beneficiary);
  }
}
