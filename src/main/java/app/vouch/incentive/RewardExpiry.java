package app.vouch.incentive;

import app.vouch.platform.timer.TimedStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Nobody took a reward in time. */
@ApplicationScoped
class RewardExpiry implements TimedStep {
  static final String NAME = "reward-expiry";

  private final RewardService rewards;

  RewardExpiry(RewardService rewards) {
    this.rewards = rewards;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(UUID rewardId, String which) {
    rewards.expire(rewardId);
  }
}
