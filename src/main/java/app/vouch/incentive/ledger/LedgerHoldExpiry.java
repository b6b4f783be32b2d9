package app.vouch.incentive.ledger;

import app.vouch.platform.timer.TimedStep;
import app.vouch.platform.timer.Timers;
import app.vouch.platform.work.Work;
import app.vouch.shared.IdType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Nobody posted or voided a pending entry in time. */
@ApplicationScoped
class LedgerHoldExpiry implements TimedStep {
  static final String NAME = "ledger-hold-expiry";

  private final LedgerService ledger;
  private final Timers timers;
  private final Work work;

  LedgerHoldExpiry(LedgerService ledger, Timers timers, Work work) {
    this.ledger = ledger;
    this.timers = timers;
    this.work = work;
  }

  /** Inside the transaction that holds. */
  void schedule(UUID pending, Instant at) {
    timers.schedule(NAME, IdType.ENTRY, pending, "expiry", at);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(UUID pending, String which) {
    work.step(NAME, () -> ledger.expireHold(pending));
  }
}
