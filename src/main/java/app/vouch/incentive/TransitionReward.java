package app.vouch.incentive;

import app.vouch.platform.work.Command;
import app.vouch.platform.work.OnResource;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Decides about a reward.
 *
 * @param reasonCode UPPER_SNAKE; DENY and REVERSE need it
 * @param note for people; never in an event
 */
@Schema(name = "TransitionReward")
@Input("TransitionRewardInput")
public record TransitionReward(
    @Schema(hidden = true) @Id @NonNull String id,
    @NotNull RewardDecision action,
    @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}") @Nullable String reasonCode,
    @Size(max = 2000) @Nullable String note,
    @Nullable Boolean dryRun,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command, OnResource {
  public TransitionReward {}

  TransitionReward on(String reward) {
    return new TransitionReward(reward, action, reasonCode, note, dryRun, idempotencyKey);
  }
}
