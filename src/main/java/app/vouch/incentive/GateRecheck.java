package app.vouch.incentive;

import app.vouch.platform.timer.TimedStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What stops a payee's rewards may be gone. */
@ApplicationScoped
class GateRecheck implements TimedStep {
  static final String NAME = "gate-recheck";

  private final RewardService rewards;

  GateRecheck(RewardService rewards) {
    this.rewards = rewards;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(UUID payeeId, String which) {
    rewards.recheck(payeeId);
  }
}
