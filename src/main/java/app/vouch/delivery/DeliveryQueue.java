package app.vouch.delivery;

import app.vouch.platform.access.RequestContext;
import app.vouch.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Puts deliveries into the queue, in the open transaction. Due times are the database's: its clock
 * is the one that all replicas share.
 */
@ApplicationScoped
public class DeliveryQueue {
  private final Sql sql;
  private final RequestContext request;
  private final Event<DeliveriesQueued> queued;
  private final Duration firstDelay;
  private final Clock clock;

  DeliveryQueue(
      Sql sql,
      RequestContext request,
      Event<DeliveriesQueued> queued,
      DeliverySettings settings,
      Clock clock) {
    this.sql = sql;
    this.request = request;
    this.queued = queued;
    this.firstDelay = settings.schedule().getFirst();
    this.clock = clock;
  }

  /** What just happened. */
  void add(List<NewDelivery> deliveries) {
    add(deliveries, Band.FIRST);
  }

  /** Two statements, however many there are. */
  void add(List<NewDelivery> deliveries, Band band) {
    if (deliveries.isEmpty()) {
      return;
    }
    UUID tenant = request.tenantId();
    Instant now = clock.instant();
    List<List<?>> rows = new ArrayList<>();
    List<List<?>> ready = new ArrayList<>();
    for (NewDelivery d : deliveries) {
      rows.add(
          Arrays.asList(
              d.id(),
              tenant,
              d.endpointId(),
              d.eventId(),
              d.eventType(),
              d.resourceId(),
              d.sequence(),
              DeliveryLifecycle.TABLE.initial(),
              firstDelay,
              d.body(),
              now,
              now));
      ready.add(List.of(d.id(), tenant, d.endpointId(), band, firstDelay));
    }
    sql.insert(
        """
        insert into delivery (id, tenant_id, endpoint_id, event_id, event_type, resource_id,
          sequence, state, tries, attempts, next_attempt_at, body, version, created_at, updated_at)
        values""",
        "(?, ?, ?, ?, ?, ?, ?, ?, 0, 0, date_add(utc_timestamp(6), interval ? microsecond), ?, 1, ?, ?)",
        rows);
    sql.insert(
        "insert into wh_ready (delivery_id, tenant_id, endpoint_id, band, due_at) values",
        "(?, ?, ?, ?, date_add(utc_timestamp(6), interval ? microsecond))",
        ready);
    queued.fire(new DeliveriesQueued());
  }

  /** A delivery that is scheduled again, now. */
  void again(UUID id, UUID endpointId, Band band) {
    sql.update("delete from wh_dead where delivery_id = ?", id);
    sql.update(
        """
        insert into wh_ready (delivery_id, tenant_id, endpoint_id, band, due_at)
        values (?, ?, ?, ?, utc_timestamp(6))""",
        id,
        request.tenantId(),
        endpointId,
        band);
    queued.fire(new DeliveriesQueued());
  }

  /** The endpoint takes events again: the engine lets go what was held, in batches. */
  void release(UUID endpointId) {
    release(request.tenantId(), endpointId);
  }

  /** The same, of any tenant. */
  public void release(UUID tenantId, UUID endpointId) {
    sql.update(
        """
        insert into wh_release (endpoint_id, tenant_id) values (?, ?)
        on duplicate key update tenant_id = tenant_id""",
        endpointId,
        tenantId);
    queued.fire(new DeliveriesQueued());
  }
}
