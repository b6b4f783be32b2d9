package app.vouch.program;

import app.vouch.shared.Money;
import app.vouch.shared.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is granted to whom, and when.
 *
 * @param id unique in its version; a reward names it
 * @param referrerKinds whose referrals it rewards; empty for everybody's
 * @param unitWorth of a kind that is no money: what one unit counts for where money is limited, in
 *     the program's currency; null for nothing
 * @param cap the most that one reward may be
 * @param minimumDeal a deal that is worth less grants nothing
 * @param capPerPeriod the most that the rule grants one payee in a rolling time
 * @param periods with INVOICE_PAID: for how many of a deal's payments it is granted, the first
 *     first; else 1
 * @param hold time from the approval until the reward can be paid
 * @param expires time after which a reward that nobody took lapses
 */
public record RewardRule(
    String id,
    Trigger trigger,
    Beneficiary to,
    Set<ReferrerKind> referrerKinds,
    Split split,
    Kind kind,
    Amount amount,
    @Nullable BigDecimal unitWorth,
    @Nullable Money cap,
    @Nullable Money minimumDeal,
    @Nullable PeriodCap capPerPeriod,
    int periods,
    IsoAmount hold,
    Approval approval,
    Clawback clawback,
    IsoAmount expires) {

  /** What grants the reward. */
  @Schema(name = "RewardTrigger")
  @Name("RewardTrigger")
  public enum Trigger {
    ACCEPTED,
    INTRODUCED,
    MEETING,
    QUALIFIED,
    WON,
    INVOICE_PAID
  }

  /** Who gets it. */
  @Schema(name = "RewardBeneficiary")
  @Name("RewardBeneficiary")
  public enum Beneficiary {
    REFERRER,
    PROSPECT,
    BOTH
  }

  /** Whether several referrers of one deal share it by their credits. */
  @Schema(name = "RewardSplit")
  @Name("RewardSplit")
  public enum Split {
    NONE,
    BY_CREDIT
  }

  /** What it is. */
  @Schema(name = "RewardKind")
  @Name("RewardKind")
  public enum Kind {
    MONEY,
    /** Money on the payee's account with the tenant. */
    CREDIT,
    POINTS,
    GIFT,
    /** To somebody else, in the payee's name. */
    DONATION,
    RECOGNITION;

    /** Whether it is counted in a currency; else in a unit of its own. */
    public boolean isMoney() {
      return this == MONEY || this == CREDIT;
    }

    /** Whether a payout brings it; else somebody fulfils it. */
    public boolean isPaidOut() {
      return this == MONEY;
    }
  }

  /** How the amount is found. */
  @Schema(name = "RewardAmountType")
  @Name("RewardAmountType")
  public enum AmountType {
    PERCENT,
    FIXED,
    /** By what the rule has rewarded in a rolling time. */
    TIERED
  }

  /** What the steps of a tiered amount go by. */
  @Schema(name = "RewardTierBasis")
  @Name("RewardTierBasis")
  public enum TierBasis {
    /** How many referrals were rewarded. */
    COUNT,
    /** What their deals were worth together, in whole units of the program's currency. */
    VALUE
  }

  /** What a percentage is taken of. */
  @Schema(name = "RewardAmountBase")
  @Name("RewardAmountBase")
  public enum Base {
    DEAL_AMOUNT,
    FIRST_YEAR_AMOUNT,
    /** Of the invoice that was paid. */
    PAYMENT_AMOUNT
  }

  /** Who approves it. */
  @Schema(name = "RewardApprover")
  @Name("RewardApprover")
  public enum Approver {
    AUTOMATIC,
    PERSON
  }

  /** What is taken back when the cause falls away inside the window. */
  @Schema(name = "ClawbackMode")
  @Name("ClawbackMode")
  public enum ClawbackMode {
    FULL,
    PRO_RATA
  }

  /**
   * @param percent with PERCENT: 0 to 100
   * @param of with PERCENT, and with TIERED for its percentages
   * @param value with FIXED
   * @param by with TIERED
   * @param steps with TIERED, rising from 1 by COUNT and from 0 by VALUE; else empty
   * @param per with TIERED: the rolling time in which is counted
   */
  public record Amount(
      AmountType type,
      @Nullable BigDecimal percent,
      @Nullable Base of,
      @Nullable Money value,
      @Nullable TierBasis by,
      List<Step> steps,
      @Nullable IsoAmount per) {

    /**
     * What a referral gets that reaches so much in the rolling time; where nothing is counted, what
     * each gets.
     *
     * @throws IllegalArgumentException where there are steps and none for it
     */
    public Step step(long reached) {
      return type == AmountType.TIERED
          ? steps.reversed().stream()
              .filter(step -> step.from() <= reached)
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("no step for " + reached))
          : new Step(1, percent, value);
    }
  }

  /**
   * What its rewards are counted in.
   *
   * @param currency the program's
   */
  public Unit unit(Unit currency) {
    Money first = amount.steps().isEmpty() ? amount.value() : amount.steps().getFirst().value();
    return kind.isMoney() || first == null ? currency : first.currency();
  }

  /** Whether it rewards the referrals of such a referrer. */
  public boolean rewards(ReferrerKind referrer) {
    return referrerKinds.isEmpty() || referrerKinds.contains(referrer);
  }

  /**
   * Either a percentage or a value.
   *
   * @param from what must be reached in the rolling time
   */
  public record Step(int from, @Nullable BigDecimal percent, @Nullable Money value) {}

  /**
   * @param per the rolling time
   */
  public record PeriodCap(Money amount, IsoAmount per) {}

  /**
   * @param fourEyesAbove above this amount a second person approves
   */
  public record Approval(Approver by, @Nullable Money fourEyesAbove) {}

  /**
   * @param window time after the payment in which the reward can be taken back
   */
  public record Clawback(IsoAmount window, ClawbackMode mode) {}
}
