package app.vouch.incentive;

import app.vouch.program.RewardRule.Beneficiary;
import app.vouch.shared.AmountView;
import app.vouch.shared.IdType;
import app.vouch.shared.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a rule would have granted.
 *
 * @param amount null where it cannot be computed
 * @param dealWorth what the deal is worth in the program's currency
 * @param fault why not: {@code FX_RATE_MISSING}
 */
record SimulatedReward(
    String ruleId,
    Beneficiary beneficiary,
    String referralId,
    String payeeId,
    String period,
    @Nullable AmountView amount,
    boolean capApplied,
    @Nullable AmountView dealWorth,
    @Nullable String fault) {

  static SimulatedReward of(RewardClaim claim) {
    Money amount = claim.amount().amount();
    return new SimulatedReward(
        claim.rule().id(),
        claim.beneficiary(),
        IdType.REFERRAL.format(claim.referralId()),
        IdType.PERSON.format(claim.payeeId()),
        claim.period(),
        amount == null ? null : amount.shown(),
        claim.amount().capApplied(),
        claim.dealWorth() == null ? null : claim.dealWorth().shown(),
        claim.amount().rateMissing() ? RewardReason.FX_RATE_MISSING.name() : null);
  }

  RewardSlot slot() {
    return new RewardSlot(IdType.REFERRAL.inPath(referralId), ruleId, beneficiary, period);
  }

  UUID payee() {
    return IdType.PERSON.inPath(payeeId);
  }

  @Nullable Money worth() {
    return dealWorth == null ? null : dealWorth.toMoney("/dealWorth");
  }

  @Nullable Money money() {
    return amount == null ? null : amount.toMoney("/amount");
  }
}
