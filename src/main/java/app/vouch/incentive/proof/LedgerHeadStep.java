package app.vouch.incentive.proof;

import app.vouch.platform.timer.TimedStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;

/** A day in which entries were sealed is over (UTC). */
@ApplicationScoped
class LedgerHeadStep implements TimedStep {
  static final String NAME = "ledger-head";

  private final LedgerHeadService heads;

  LedgerHeadStep(LedgerHeadService heads) {
    this.heads = heads;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(UUID tenant, String day) {
    heads.sign(LocalDate.parse(day));
  }
}
