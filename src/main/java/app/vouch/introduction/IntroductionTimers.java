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
      List<Instant> reminders = clocks.reminders(introduction, introduction.asked(), now);
      for (int i = 0; i < reminders.size(); i++) {
        at(IntroductionReminder.NAME, introduction, step + "-" + (i + 1), reminders.get(i));
      }
    }
  }

  private void at(String name, Introduction introduction, String which, Instant at) {
    timers.schedule(name, IdType.INTRODUCTION, introduction.id(), which, at);
  }

  /** The number of the step that a timer belongs to. */
  static int stepNo(String which) {
    int dash = which.indexOf('-');
    return Integer.parseInt(dash < 0 ? which : which.substring(0, dash));
  }
}
