package app.vouch.program;

import app.vouch.shared.AmountView;
import app.vouch.shared.MoneyView;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * See {@link RewardRule}.
 *
 * @param unitWorth plain decimal in the program's currency
 */
@Schema(name = "RewardSettings")
@Name("RewardSettings")
@Input("RewardSettingsInput")
public record RewardSettings(
    @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}") String id,
    @NotNull RewardRule.Trigger trigger,
    RewardRule.@Nullable Beneficiary to,
    @Size(max = 6) @Nullable List<@NotNull ReferrerKind> referrerKinds,
    RewardRule.@Nullable Split split,
    RewardRule.@Nullable Kind kind,
    @NotNull @Valid AmountSettings amount,
    @Nullable String unitWorth,
    @Valid @Nullable MoneyView cap,
    @Valid @Nullable MoneyView minimumDeal,
    @Valid @Nullable PeriodCapSettings capPerPeriod,
    @Valid @Nullable RecurringSettings recurring,
    @Nullable String hold,
    @Valid @Nullable ApprovalSettings approval,
    @Valid @Nullable ClawbackSettings clawback,
    @Nullable String expires) {

  public RewardSettings {}

  /**
   * See {@link RewardRule.Amount}.
   *
   * @param percent plain decimal, such as {@code "10"} or {@code "2.5"}
   */
  @Schema(name = "RewardAmountSettings")
  @Name("RewardAmountSettings")
  @Input("RewardAmountSettingsInput")
  public record AmountSettings(
      @NotNull RewardRule.AmountType type,
      @Nullable String percent,
      RewardRule.@Nullable Base of,
      @Valid @Nullable AmountView value,
      RewardRule.@Nullable TierBasis by,
      @Size(max = 20) @Nullable List<@NotNull @Valid StepSettings> steps,
      @Nullable String per) {

    public AmountSettings {}
  }

  /**
   * See {@link RewardRule.Step}.
   *
   * @param percent plain decimal, such as {@code "10"} or {@code "2.5"}
   */
  @Schema(name = "RewardStepSettings")
  @Name("RewardStepSettings")
  @Input("RewardStepSettingsInput")
  public record StepSettings(
      @NotNull Integer from, @Nullable String percent, @Valid @Nullable AmountView value) {

    public StepSettings {}
  }

  /**
   * See {@link RewardRule.PeriodCap}.
   *
   * @param amount plain decimal
   */
  @Schema(name = "RewardPeriodCapSettings")
  @Name("RewardPeriodCapSettings")
  @Input("RewardPeriodCapSettingsInput")
  public record PeriodCapSettings(
      @NotNull String amount, @NotNull String currency, @NotNull String per) {

    public PeriodCapSettings {}
  }

  /**
   * See {@link RewardRule.Approval}.
   *
   * @param fourEyesAbove plain decimal in the program's currency
   */
  @Schema(name = "RewardApprovalSettings")
  @Name("RewardApprovalSettings")
  @Input("RewardApprovalSettingsInput")
  public record ApprovalSettings(RewardRule.@Nullable Approver by, @Nullable String fourEyesAbove) {

    public ApprovalSettings {}
  }

  /**
   * A reward for each of so many payments.
   *
   * @param periods from 1 to 120
   */
  @Schema(name = "RewardRecurringSettings")
  @Name("RewardRecurringSettings")
  @Input("RewardRecurringSettingsInput")
  public record RecurringSettings(@NotNull Integer periods) {

    public RecurringSettings {}
  }

  /** See {@link RewardRule.Clawback}. */
  @Schema(name = "RewardClawbackSettings")
  @Name("RewardClawbackSettings")
  @Input("RewardClawbackSettingsInput")
  public record ClawbackSettings(@Nullable String window, RewardRule.@Nullable ClawbackMode mode) {

    public ClawbackSettings {}
  }
}
