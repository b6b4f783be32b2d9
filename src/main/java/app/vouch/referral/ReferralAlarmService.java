package app.vouch.referral;

import app.vouch.platform.event.EventType;
import app.vouch.platform.event.Events;
import app.vouch.platform.work.Work;
import app.vouch.referral.ReferralEvents.ReferralNotice;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a referral when something may be due: overdue contact, overdue thanks, a notice to the
 * prospect, expiry.
 */
@ApplicationScoped
class ReferralAlarmService {
  private static final String NO_PROGRESS = "NO_PROGRESS";
  private static final String NOT_REVIEWED = "NOT_REVIEWED";

  private final ReferralMoves moves;
  private final Events events;
  private final Work work;
  private final Clock clock;

  ReferralAlarmService(ReferralMoves moves, Events events, Work work, Clock clock) {
    this.moves = moves;
    this.events = events;
    this.work = work;
    this.clock = clock;
  }

  /** Does what is due by now, and sets the timer for what is due next. */
  void look(UUID referralId) {
    work.step(
        ReferralTimers.NAME,
        () -> moves.lock(referralId, ReferralAction.EXPIRE).ifPresent(this::look));
  }

  private void look(Referral referral) {
    Instant seen = referral.noticedUntil();
    Instant now = clock.instant();
    ReferralClocks clocks = referral.clocks();
    referral.noticed(now);
    if (due(clocks.openFirstContact(referral.state()), seen, now)) {
      notice(EventType.REFERRAL_FIRST_CONTACT_OVERDUE, referral);
    }
    if (due(clocks.openThankYou(), seen, now)) {
      notice(EventType.REFERRAL_THANK_YOU_OVERDUE, referral);
    }
    if (due(clocks.openPrivacyNotice(), seen, now)) {
      notice(EventType.REFERRAL_PRIVACY_NOTICE_DUE, referral);
    }
    if (clocks.expired(now)) {
      moves.move(
          referral,
          ReferralAction.EXPIRE,
          referral.state() == ReferralState.SUBMITTED ? NOT_REVIEWED : NO_PROGRESS,
          null);
    } else {
      moves.scheduleAlarm(referral);
    }
  }

  private static boolean due(@Nullable Instant at, Instant seen, Instant now) {
    return at != null && at.isAfter(seen) && !at.isAfter(now);
  }

  private void notice(EventType type, Referral referral) {
    events.publish(new ReferralNotice(type, referral.view().forEvents(), referral.facts()));
  }
}
