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
 * @param dealWorth what the deal is worth in the program's currency; null where that is not known
 * @param beneficiary never BOTH: each of them has a claim
 * @param period see {@link RewardSlot}
 * @param amount of the reward that carries it
 * @param inOtherRewards what other rewards carry of it
 * @param calculation how the whole amount was found, to be kept
 */
record RewardClaim(
    ApplicableVersion version,
    RewardRule rule,
    UUID referralId,
    @Nullable UUID dealId,
    @Nullable Money dealWorth,
    Beneficiary beneficiary,
    String period,
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
        dealWorth,
        beneficiary,
        period,
        payeeId,
        amount.carrying(part),
        others,
        calculation.besides(others.isZero() ? null : others.shown()));
  }

  /** The whole amount; null while it cannot be known. */
  @Nullable Money promised() {
    Money own = amount.amount();
    return own == null || inOtherRewards == null ? own : own.plus(inOtherRewards);
  }

  /** Whether it is by that rule of that program and for that payee. */
  boolean rewardsAlike(UUID programId, String ruleId, UUID payee) {
    return version.programId().equals(programId)
        && rule.id().equals(ruleId)
        && payeeId.equals(payee);
  }

  RewardSlot slot() {
    return new RewardSlot(referralId, rule.id(), beneficiary, period);
  }
}
