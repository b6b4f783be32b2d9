package app.vouch.incentive;

import app.vouch.program.RewardRule.AmountType;
import app.vouch.program.RewardRule.Base;
import app.vouch.program.RewardRule.Split;
import app.vouch.shared.AmountView;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How an amount was found, frozen when it was.
 *
 * @param percent as the rule, or its step, says it
 * @param of what the percentage is of
 * @param fixed as the rule, or its step, says it, where that is no percentage
 * @param countInPeriod with TIERED by COUNT: which of the payee's referrals in the rolling time it
 *     is
 * @param valueInPeriod with TIERED by VALUE: what the deals of the payee's referrals in the rolling
 *     time are worth with it
 * @param paymentId the payment, of a rule for paid invoices
 * @param base the amount that the percentage was taken of
 * @param rate where the deal is in another currency than the program
 * @param creditNumerator the beneficiary's share of the deal, exact
 * @param computed before the caps
 * @param capPerPeriod the most that the rule grants the payee in its rolling time
 * @param leftInPeriod what earlier rewards left of that
 * @param capApplied whether one of the caps made it less
 * @param amount the result; null while it cannot be known
 * @param inOtherRewards what other rewards carry of the amount: the reward is a supplement, or has
 *     one; null for nothing
 * @param clawback where the amount is what was left of a paid one
 */
@Schema(name = "RewardCalculation")
@Name("RewardCalculation")
public record RewardCalculationView(
    @NonNull Instant calculatedAt,
    @NonNull AmountType type,
    @Nullable String percent,
    @Nullable Base of,
    @Nullable AmountView fixed,
    @Nullable Integer countInPeriod,
    @Nullable AmountView valueInPeriod,
    @NonNull Split split,
    @Id @Nullable String dealId,
    @Id @Nullable String paymentId,
    @Id @Nullable String attributionId,
    @Nullable Integer attributionVersion,
    @Nullable AmountView base,
    @Nullable RewardRateView rate,
    @NonNull String creditNumerator,
    @NonNull String creditDenominator,
    @Nullable AmountView computed,
    @Nullable AmountView minimumDeal,
    @Nullable AmountView cap,
    @Nullable AmountView capPerPeriod,
    @Nullable AmountView leftInPeriod,
    boolean capApplied,
    @Nullable AmountView amount,
    @Nullable AmountView inOtherRewards,
    @Nullable RewardClawbackView clawback) {

  RewardCalculationView besides(@Nullable AmountView others) {
    return with(calculatedAt, amount, others, clawback);
  }

  /** Found by taking a part back of the amount that this one found. */
  RewardCalculationView after(RewardClawbackView taken, AmountView left, Instant at) {
    return with(at, left, inOtherRewards, taken);
  }

  private RewardCalculationView with(
      Instant at,
      @Nullable AmountView result,
      @Nullable AmountView others,
      @Nullable RewardClawbackView taken) {
    return new RewardCalculationView(
        at,
        type,
        percent,
        of,
        fixed,
        countInPeriod,
        valueInPeriod,
        split,
        dealId,
        paymentId,
        attributionId,
        attributionVersion,
        base,
        rate,
        creditNumerator,
        creditDenominator,
        computed,
        minimumDeal,
        cap,
        capPerPeriod,
        leftInPeriod,
        capApplied,
        result,
        others,
        taken);
  }
}
