package app.vouch.introduction;

import app.vouch.platform.work.Work;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;

/** What happens to an introduction because time has passed. */
@ApplicationScoped
class IntroductionTimerService {
  private final IntroductionRepository introductions;
  private final ConsentRepository consents;
  private final IntroductionSteps steps;
  private final IntroductionMessages messages;
  private final Work work;
  private final Clock clock;

  IntroductionTimerService(
      IntroductionRepository introductions,
      ConsentRepository consents,
      IntroductionSteps steps,
      IntroductionMessages messages,
      Work work,
      Clock clock) {
    this.introductions = introductions;
    this.consents = consents;
    this.steps = steps;
    this.messages = messages;
    this.work = work;
    this.clock = clock;
  }

  void expire(UUID id, int stepNo) {
    unlessStale(
        "expireIntroduction",
        id,
        stepNo,
        introduction ->
            steps.take(
                introduction,
                IntroductionMove.of(IntroductionAction.EXPIRE),
                StepReason.of("TIME_OVER")));
  }

  void resume(UUID id, int stepNo) {
    unlessStale(
        "resumeIntroduction",
        id,
        stepNo,
        introduction -> {
          IntroductionAction action =
              IntroductionRules.resumption(introduction, consents.of(id), clock.instant());
          steps.take(introduction, IntroductionMove.of(action), StepReason.of("DEFERRAL_OVER"));
        });
  }

  void remind(UUID id, int stepNo) {
    unlessStale("remindIntroduction", id, stepNo, messages::remind);
  }

  private void unlessStale(String operation, UUID id, int stepNo, Consumer<Introduction> step) {
    work.step(
        operation,
        () ->
            introductions
                .locked(id)
                .filter(introduction -> introduction.stepNo() == stepNo)
                .ifPresent(step));
  }
}
