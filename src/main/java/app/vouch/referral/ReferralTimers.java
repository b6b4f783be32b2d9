package app.vouch.referral;

import app.vouch.platform.timer.TimedStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Wakes the alarms of referrals. */
@ApplicationScoped
class ReferralTimers implements TimedStep {
  static final String NAME = "referral-clock";

  private final ReferralAlarmService alarms;

  ReferralTimers(ReferralAlarmService alarms) {
    this.alarms = alarms;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(UUID referralId, String which) {
    alarms.look(referralId);
  }
}
