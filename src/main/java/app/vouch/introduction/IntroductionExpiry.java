package app.vouch.introduction;

import app.vouch.platform.timer.TimedStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The time to answer, or to make the introduction, is over. */
@ApplicationScoped
class IntroductionExpiry implements TimedStep {
  static final String NAME = "introduction-expiry";

  private final IntroductionTimerService service;

  IntroductionExpiry(IntroductionTimerService service) {
    this.service = service;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(UUID introduction, String which) {
    service.expire(introduction, Integer.parseInt(which));
  }
}
