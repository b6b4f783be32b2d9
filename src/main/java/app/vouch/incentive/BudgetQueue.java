package app.vouch.incentive;

import app.vouch.platform.timer.Timers;
import app.vouch.shared.IdType;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Rewards that wait for room in their program's budget. */
@ApplicationScoped
class BudgetQueue {
  private final RewardRepository rewards;
  private final Timers timers;
  private final Uuid7 ids;
  private final Clock clock;

  BudgetQueue(RewardRepository rewards, Timers timers, Uuid7 ids, Clock clock) {
    this.rewards = rewards;
    this.timers = timers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Looks once this transaction has ended whether there is room for what waits, if anything does.
   */
  void wakeWaiting(UUID programId) {
    if (!rewards.idsWaitingForBudget(programId, 1).isEmpty()) {
      timers.schedule(
          BudgetRecheck.NAME,
          IdType.PROGRAM,
          programId,
          "budget-" + Long.toHexString(ids.next().getLeastSignificantBits()),
          clock.instant());
    }
  }
}
