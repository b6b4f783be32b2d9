package app.vouch.introduction;

import app.vouch.platform.timer.TimedStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Nobody has answered yet: somebody should be reminded. */
@ApplicationScoped
class IntroductionReminder implements TimedStep {
  static final String NAME = "introduction-reminder";

  private final IntroductionTimerService service;

  IntroductionReminder(IntroductionTimerService service) {
    this.service = service;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(UUID introduction, String which) {
    service.remind(introduction, NoticeTimer.parse(which));
  }
}
