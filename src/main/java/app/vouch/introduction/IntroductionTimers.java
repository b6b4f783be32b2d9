package app.vouch.introduction;

import app.vouch.platform.timer.Timers;
import app.vouch.shared.IdType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * Schedules what happens to an introduction by itself. Each timer names the step that it belongs
 * to; when the introduction has moved on, it does nothing.
 */
@ApplicationScoped
class IntroductionTimers {
  private final Timers timers;
  private final IntroductionClocks clocks;

  IntroductionTimers(Timers timers, IntroductionClocks clocks) {
    this.timers = timers;
    this.clocks = clocks;
  }

  /** For the state that was entered now. */
  void schedule(Introduction introduction, Instant now) {
    String step = Integer.toString(introduction.stepNo());
    if (introduction.expiresAt() != null) {
      at(IntroductionExpiry.NAME, introduction, step, introduction.expiresAt());
    }
    if (introduction.deferredUntil() != null) {
      at(DeferralEnd.NAME, introduction, step, introduction.deferredUntil());
    }
    if (introduction.asked() != null) {
      each(
          IntroductionReminder.NAME,
          introduction,
          clocks.reminders(introduction, introduction.asked(), now));
    }
    if (introduction.state() == IntroductionState.INTRODUCED) {
      each(IntroductionFollowUp.NAME, introduction, clocks.followUps(introduction, now));
    }
  }

  private void each(String name, Introduction introduction, List<Instant> times) {
    for (int i = 0; i < times.size(); i++) {
      NoticeTimer timer = new NoticeTimer(introduction.stepNo(), i + 1);
      at(name, introduction, timer.which(), times.get(i));
    }
  }

  /** For a notice whose timer fires when nobody is to be written to. */
  void postpone(String name, Introduction introduction, NoticeTimer timer, Instant at) {
    at(name, introduction, timer.postponedTo(at), at);
  }

  private void at(String name, Introduction introduction, String which, Instant at) {
    timers.schedule(name, IdType.INTRODUCTION, introduction.id(), which, at);
  }
}
