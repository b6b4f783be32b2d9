package app.vouch.platform.timer;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Ends the scheduler in the middle of its work and begins anew, as a restart of the service does.
 */
@ApplicationScoped
public class TimerRestart {
  private final Timers timers;

  TimerRestart(Timers timers) {
    this.timers = timers;
  }

  public void now() {
    timers.restart();
  }
}
