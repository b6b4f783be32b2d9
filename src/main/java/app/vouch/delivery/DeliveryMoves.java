package app.vouch.delivery;

import app.vouch.platform.journal.Journal;
import app.vouch.platform.journal.Step;
import app.vouch.shared.IdType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Moves that somebody asked for. */
@ApplicationScoped
class DeliveryMoves {
  private final DeliveryRepository deliveries;
  private final DeliveryQueue queue;
  private final Journal journal;
  private final Clock clock;

  DeliveryMoves(DeliveryRepository deliveries, DeliveryQueue queue, Journal journal, Clock clock) {
    this.deliveries = deliveries;
    this.queue = queue;
    this.journal = journal;
    this.clock = clock;
  }

  /** From the start of the schedule, with the share of the engine that the band has. */
  void resend(Delivery delivery, Band band) {
    DeliveryState from = delivery.state();
    DeliveryState to = DeliveryLifecycle.TABLE.move(IdType.DELIVERY, from, DeliveryAction.RESEND);
    delivery.changeTo(to, clock.instant());
    deliveries.flush();
    queue.again(delivery.id(), delivery.endpointId(), band);
    journal.record(
        new Step(
            IdType.DELIVERY,
            delivery.id(),
            from,
            DeliveryAction.RESEND,
            to,
            delivery.version(),
            null,
            null));
  }
}
