package app.vouch.incentive;

import app.vouch.platform.timer.TimedStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** A reward's hold days are over. */
@ApplicationScoped
class RewardMaturity implements TimedStep {
  static final String NAME = "reward-maturity";

  private final RewardService rewards;

  RewardMaturity(RewardService rewards) {
    this.rewards = rewards;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(UUID rewardId, String which) {
    rewards.mature(rewardId);
  }
}
