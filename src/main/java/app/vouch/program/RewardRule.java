package app.vouch.program;

import app.vouch.shared.Money;
import java.math.BigDecimal;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is granted to whom, and when.
 *
 * @param id unique in its version; a reward names it
 * @param cap the most that one reward may be
 * @param hold time from the approval until the reward can be paid
 * @param expires time after which a reward that nobody took lapses
 */
public record RewardRule(
    String id,
    Trigger trigger,
    Beneficiary to,
    Split split,
    Kind kind,
    Amount amount,
    @Nullable Money cap,
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
    CREDIT
  }

  /** How the amount is found. */
  @Schema(name = "RewardAmountType")
  @Name("RewardAmountType")
  public enum AmountType {
    PERCENT,
    FIXED
  }

  /** What a percentage is taken of. */
  @Schema(name = "RewardAmountBase")
  @Name("RewardAmountBase")
  public enum Base {
    DEAL_AMOUNT,
    FIRST_YEAR_AMOUNT
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
   * @param of with PERCENT
   * @param value with FIXED
   */
  public record Amount(
      AmountType type, @Nullable BigDecimal percent, @Nullable Base of, @Nullable Money value) {}

  /**
   * @param fourEyesAbove above this amount a second person approves
   */
  public record Approval(Approver by, @Nullable Money fourEyesAbove) {}

  /**
   * @param window time after the payment in which the reward can be taken back
   */
  public record Clawback(IsoAmount window, ClawbackMode mode) {}
}
