package app.vouch.incentive;

import app.vouch.platform.work.Command;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Decides about many rewards alike, each for itself.
 *
 * @param rewardIds 1 to 1,000
 * @param reasonCode UPPER_SNAKE; DENY and REVERSE need it
 * @param note for people; never in an event
 */
@Schema(name = "TransitionRewards")
@Input("TransitionRewardsInput")
public record TransitionRewards(
    @NotNull @NonNull @Size(min = 1, max = 1000) @Id List<@NotNull @NonNull String> rewardIds,
    @NotNull RewardDecision action,
    @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}") @Nullable String reasonCode,
    @Size(max = 2000) @Nullable String note,
    @Nullable Boolean dryRun,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command {
  public TransitionRewards {}
}
