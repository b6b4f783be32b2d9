package app.vouch.incentive;

import app.vouch.program.RewardRule.Trigger;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a reward is what it is.
 *
 * @param id the reward's
 * @param calculations one for each amount that it had, the oldest first
 * @param gates what each gate of the program answered, the oldest first
 */
@Schema(name = "RewardExplanation")
@Name("RewardExplanation")
public record RewardExplanationView(
    @Id @NonNull String id,
    @Id @NonNull String programVersionId,
    @NonNull String ruleId,
    @NonNull Trigger trigger,
    @NonNull List<@NonNull RewardCalculationView> calculations,
    @NonNull List<@NonNull RewardGateView> gates) {}
