package app.vouch.introduction;

import app.vouch.platform.timer.TimedStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** "Not now" is over: the introduction comes back. */
@ApplicationScoped
class DeferralEnd implements TimedStep {
  static final String NAME = "introduction-deferral-end";

  private final IntroductionTimerService service;

  DeferralEnd(IntroductionTimerService service) {
    this.service = service;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(UUID introduction, String which) {
    service.resume(introduction, Integer.parseInt(which));
  }
}
