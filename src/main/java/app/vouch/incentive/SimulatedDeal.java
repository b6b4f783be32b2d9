package app.vouch.incentive;

import app.vouch.program.RewardRule.Beneficiary;
import app.vouch.shared.AmountView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a simulation found out about one deal; the result of its job item.
 *
 * @param referralIds of the program, credited for the deal
 * @param wouldGrant what the version would have granted for the deal, and for its referrals where
 *     an earlier deal did not bring them
 * @param granted what stands of what was granted in fact for the same
 */
record SimulatedDeal(
    Instant closedAt,
    List<String> referralIds,
    List<SimulatedReward> wouldGrant,
    List<Granted> granted) {

  /** A reward that stands. */
  record Granted(
      String rewardId,
      String ruleId,
      Beneficiary beneficiary,
      String referralId,
      RewardState state,
      @Nullable AmountView amount) {

    static Granted of(RewardView reward) {
      return new Granted(
          reward.id(),
          reward.ruleId(),
          reward.beneficiary(),
          reward.referralId(),
          reward.state(),
          reward.amount());
    }
  }

  /** The rules whose amount cannot be computed. */
  List<String> faulty() {
    return wouldGrant.stream()
        .filter(reward -> reward.fault() != null)
        .map(SimulatedReward::ruleId)
        .distinct()
        .toList();
  }
}
