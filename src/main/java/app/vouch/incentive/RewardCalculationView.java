package app.vouch.incentive;

import app.vouch.program.RewardRule.AmountType;
import app.vouch.program.RewardRule.Base;
import app.vouch.program.RewardRule.Split;
import app.vouch.shared.MoneyView;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How an amount was found, frozen when it was.
 *
 * @param percent with PERCENT, as the rule says it
 * @param of with PERCENT
 * @param fixed with FIXED
 * @param base the amount that the percentage was taken of
 * @param creditNumerator the beneficiary's share of the deal, exact
 * @param computed before the cap
 * @param amount the result; null while it cannot be known
 * @param inOtherRewards what other rewards carry of the amount: the reward is a supplement, or has
 *     one; null for nothing
 */
@Schema(name = "RewardCalculation")
@Name("RewardCalculation")
public record RewardCalculationView(
    @NonNull Instant calculatedAt,
    @NonNull AmountType type,
    @Nullable String percent,
    @Nullable Base of,
    @Nullable MoneyView fixed,
    @NonNull Split split,
    @Id @Nullable String dealId,
    @Id @Nullable String attributionId,
    @Nullable Integer attributionVersion,
    @Nullable MoneyView base,
    @NonNull String creditNumerator,
    @NonNull String creditDenominator,
    @Nullable MoneyView computed,
    @Nullable MoneyView cap,
    boolean capApplied,
    @Nullable MoneyView amount,
    @Nullable MoneyView inOtherRewards) {

  RewardCalculationView besides(@Nullable MoneyView others) {
    return new RewardCalculationView(
        calculatedAt,
        type,
        percent,
        of,
        fixed,
        split,
        dealId,
        attributionId,
        attributionVersion,
        base,
        creditNumerator,
        creditDenominator,
        computed,
        cap,
        capApplied,
        amount,
        others);
  }
}
