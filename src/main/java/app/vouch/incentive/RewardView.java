package app.vouch.incentive;

import app.vouch.platform.work.Versioned;
import app.vouch.program.RewardRule.Beneficiary;
import app.vouch.program.RewardRule.Kind;
import app.vouch.program.RewardRule.Trigger;
import app.vouch.shared.AmountView;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A reward as callers see it.
 *
 * @param reasons why it is not available yet
 * @param dealId the deal that was won, where that is the cause
 * @param payeeId the person who gets it
 * @param period {@code ONCE}, or {@code PAYMENT-1}, {@code PAYMENT-2} … of a rule that recurs; with
 *     {@code +1}, {@code +2} … for the supplements to it
 * @param kind MONEY is paid out, all others are fulfilled
 * @param amount in the unit of its kind; null while it cannot be known
 * @param firstApprover who approved it first, where two must
 * @param replaces the reversed reward that this one stands for
 * @param supplements the reward to which this one adds, since that was sent out before it grew
 * @param clawback LAPSED where its cause fell away too late to take it back, PRO_RATA where a part
 *     was taken back for the days that were left
 */
@Schema(name = "Reward")
@Name("Reward")
public record RewardView(
    @Id @NonNull String id,
    @NonNull RewardState state,
    @NonNull List<@NonNull RewardReason> reasons,
    @Id @NonNull String programVersionId,
    @NonNull String ruleId,
    @NonNull Trigger trigger,
    @Id @NonNull String referralId,
    @Id @Nullable String dealId,
    @NonNull Beneficiary beneficiary,
    @Id @NonNull String payeeId,
    @NonNull String period,
    @NonNull Kind kind,
    @Nullable AmountView amount,
    boolean capApplied,
    @Nullable String firstApprover,
    @Nullable Instant holdUntil,
    @NonNull Instant expiresAt,
    @Id @Nullable String replaces,
    @Id @Nullable String supplements,
    @Nullable Clawback clawback,
    @Nullable String reasonCode,
    int version,
    @NonNull Instant createdAt,
    @NonNull Instant updatedAt)
    implements Versioned {

  /** What became of the wish to take it back. */
  @Schema(name = "RewardClawback")
  @Name("RewardClawback")
  public enum Clawback {
    LAPSED,
    PRO_RATA
  }
}
