package app.vouch.introduction;

import app.vouch.platform.timer.TimedStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The two were introduced some time ago: somebody should ask what came of it. */
@ApplicationScoped
class IntroductionFollowUp implements TimedStep {
  static final String NAME = "introduction-follow-up";

  private final IntroductionTimerService service;

  IntroductionFollowUp(IntroductionTimerService service) {
    this.service = service;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(UUID introduction, String which) {
    service.followUp(introduction, NoticeTimer.parse(which));
  }
}
