package app.vouch.program;

import app.vouch.shared.MoneyView;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** See {@link RewardRule}. */
@Schema(name = "RewardSettings")
@Name("RewardSettings")
@Input("RewardSettingsInput")
public record RewardSettings(
    @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}") String id,
    @NotNull RewardRule.Trigger trigger,
    RewardRule.@Nullable Beneficiary to,
    RewardRule.@Nullable Split split,
    RewardRule.@Nullable Kind kind,
    @NotNull @Valid AmountSettings amount,
    @Valid @Nullable MoneyView cap,
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
      @Valid @Nullable MoneyView value) {

    public AmountSettings {}
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

  /** See {@link RewardRule.Clawback}. */
  @Schema(name = "RewardClawbackSettings")
  @Name("RewardClawbackSettings")
  @Input("RewardClawbackSettingsInput")
  public record ClawbackSettings(@Nullable String window, RewardRule.@Nullable ClawbackMode mode) {

    public ClawbackSettings {}
  }
}
