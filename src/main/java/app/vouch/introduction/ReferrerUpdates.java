package app.vouch.introduction;

import app.vouch.directory.Suppressions;
import app.vouch.platform.event.Events;
import app.vouch.referral.ReferralEvents.ReferralMoved;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Closes the loop: whenever a referral gets further or ends, its referrer should hear of it. */
@ApplicationScoped
class ReferrerUpdates {
  /** After that it is no news. */
  private static final Duration LIFE = Duration.ofDays(30);

  private final ReferrerUpdateRepository updates;
  private final Suppressions suppressions;
  private final Events events;
  private final Uuid7 ids;
  private final Clock clock;

  ReferrerUpdates(
      ReferrerUpdateRepository updates,
      Suppressions suppressions,
      Events events,
      Uuid7 ids,
      Clock clock) {
    this.updates = updates;
    this.suppressions = suppressions;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  void on(@Observes ReferralMoved moved) {
    boolean news =
        switch (moved.to()) {
          case CONTACTED, MEETING, QUALIFIED, WON, LOST -> true;
          case SUBMITTED, ACCEPTED, DUPLICATE, REJECTED, EXPIRED, WITHDRAWN -> false;
        };
    if (news && mayWrite(moved)) {
      Instant now = clock.instant();
      ReferrerUpdate update = new ReferrerUpdate(ids.next(), moved.facts(), now.plus(LIFE), now);
      updates.persist(update);
      events.publish(new ReferrerUpdateDue(moved.view(), moved.facts(), update.notice()));
    }
  }

  private boolean mayWrite(ReferralMoved moved) {
    return !suppressions.anyOf(List.of(moved.facts().referrerPersonId()));
  }
}
