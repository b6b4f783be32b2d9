package app.vouch.introduction;

import app.vouch.platform.work.Work;
import app.vouch.referral.ReferralService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

/** What happens to an introduction because time has passed. */
@ApplicationScoped
class IntroductionTimerService {
  private final IntroductionRepository introductions;
  private final ConsentRepository consents;
  private final IntroductionSteps steps;
  private final IntroductionMessages messages;
  private final IntroductionTimers timers;
  private final IntroductionClocks clocks;
  private final ReferralService referrals;
  private final Work work;
  private final Clock clock;

  IntroductionTimerService(
      IntroductionRepository introductions,
      ConsentRepository consents,
      IntroductionSteps steps,
      IntroductionMessages messages,
      IntroductionTimers timers,
      IntroductionClocks clocks,
      ReferralService referrals,
      Work work,
      Clock clock) {
    this.introductions = introductions;
    this.consents = consents;
    this.steps = steps;
    this.messages = messages;
    this.timers = timers;
    this.clocks = clocks;
    this.referrals = referrals;
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

  void remind(UUID id, NoticeTimer timer) {
    unlessStale(
        "remindIntroduction",
        id,
        timer.stepNo(),
        introduction ->
            inTime(
                IntroductionReminder.NAME,
                introduction,
                timer,
                () -> messages.remind(introduction, timer.number())));
  }

  /**
   * Nobody is followed up after a consent was taken back or the referral has ended, although that
   * changes no state of the introduction.
   */
  void followUp(UUID id, NoticeTimer timer) {
    unlessStale(
        "followUpIntroduction",
        id,
        timer.stepNo(),
        introduction -> {
          if (consents.of(id).stand() && goesOn(introduction)) {
            inTime(
                IntroductionFollowUp.NAME,
                introduction,
                timer,
                () -> messages.followUp(introduction, timer.number()));
          }
        });
  }

  private boolean goesOn(Introduction introduction) {
    UUID referral = introduction.referralId();
    return referral == null
        || switch (referrals.facts(referral).state()) {
          case SUBMITTED, ACCEPTED, CONTACTED, MEETING, QUALIFIED -> true;
          case WON, LOST, DUPLICATE, REJECTED, EXPIRED, WITHDRAWN -> false;
        };
  }

  /** A timer that fires late, such as after an outage, may find the calendar closed. */
  private void inTime(String name, Introduction introduction, NoticeTimer timer, Runnable notice) {
    Instant now = clock.instant();
    Instant next = clocks.nextContact(introduction, now);
    if (next.isAfter(now)) {
      timers.postpone(name, introduction, timer, next);
    } else {
      notice.run();
    }
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
