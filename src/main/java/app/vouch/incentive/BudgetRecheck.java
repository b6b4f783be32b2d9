package app.vouch.incentive;

import app.vouch.platform.timer.TimedStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** A program's budget may have room again. */
@ApplicationScoped
class BudgetRecheck implements TimedStep {
  static final String NAME = "budget-recheck";

  private final RewardService rewards;

  BudgetRecheck(RewardService rewards) {
    this.rewards = rewards;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(UUID programId, String which) {
    rewards.fundWaiting(programId);
  }
}
