package app.vouch.deal;

import app.vouch.deal.DealEvents.DealAmountChanged;
import app.vouch.deal.DealEvents.DealCreated;
import app.vouch.deal.DealEvents.DealLost;
import app.vouch.deal.DealEvents.DealReopened;
import app.vouch.deal.DealEvents.DealStageChanged;
import app.vouch.deal.DealEvents.DealUpdated;
import app.vouch.deal.DealEvents.DealWon;
import app.vouch.platform.event.Events;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/** Says what a write changed: once in general, then in particular, the outcome last. */
@ApplicationScoped
class DealAnnouncer {
  private final Events events;

  DealAnnouncer(Events events) {
    this.events = events;
  }

  void created(DealMoment moment, DealDetails details) {
    events.publish(new DealCreated(moment));
    moves(moment, DealStatus.OPEN, details.status());
  }

  void changed(DealMoment moment, DealDetails before, DealDetails after) {
    events.publish(new DealUpdated(moment));
    if (before.milestone() != after.milestone() || !Objects.equals(before.stage(), after.stage())) {
      events.publish(new DealStageChanged(moment));
    }
    if (!before.amounts().sameWorth(after.amounts())) {
      events.publish(new DealAmountChanged(moment));
    }
    moves(moment, before.status(), after.status());
  }

  private void moves(DealMoment moment, DealStatus before, DealStatus after) {
    for (DealMove move : DealMove.between(before, after)) {
      events.publish(
          switch (move) {
            case WIN -> new DealWon(moment);
            case LOSE -> new DealLost(moment);
            case REOPEN -> new DealReopened(moment);
          });
    }
  }
}
