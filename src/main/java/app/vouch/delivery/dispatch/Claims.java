package app.vouch.delivery.dispatch;

import app.vouch.delivery.DeliveryAction;
import app.vouch.delivery.DeliverySettings;
import app.vouch.delivery.EndpointState;
import app.vouch.platform.event.EventFeed;
import app.vouch.platform.persistence.Sql;
import app.vouch.shared.Uuid7;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes due deliveries out of the queue, under a lease. Rows that another replica is taking are
 * passed over, and rows move by insert and delete. The database's clock decides what is due.
 */
@ApplicationScoped
class Claims {
  private static final Logger LOG = Logger.getLogger(Claims.class);
  private static final int LANES = 50;

  private final Sql sql;
  private final Moves moves;
  private final EventFeed events;
  private final Duration lease;
  private final Uuid7 ids;
  private final Clock clock;

  Claims(
      Sql sql, Moves moves, EventFeed events, DeliverySettings settings, Uuid7 ids, Clock clock) {
    this.sql = sql;
    this.moves = moves;
    this.events = events;
    this.lease = settings.lease();
    this.ids = ids;
    this.clock = clock;
  }

  /** A row of the delivery's table; samples bring their body. */
  private record Known(UUID id, UUID eventId, int tries, int attempts, byte @Nullable [] body) {}

  /**
   * Endpoints with due deliveries, and endpoints that are off with any: the longest waiting first.
   */
  List<Lane> lanes() {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                sql.list(
                    """
                    select e.id, e.tenant_id, e.url, e.state from
                      (select endpoint_id, min(due_at) as due from wh_ready group by endpoint_id) r
                      join webhook_endpoint e on e.id = r.endpoint_id
                    where r.due <= utc_timestamp(6) or e.state <> ?
                    order by r.due""",
                    row ->
                        new Lane(
                            row.id("id"),
                            row.id("tenant_id"),
                            row.text("url"),
                            row.text("state").equals(EndpointState.ENABLED.name())),
                    EndpointState.ENABLED));
  }

  /**
   * Takes what is due in the lanes, at most so many in all and so many of each.
   *
   * @param room how many a lane may have now
   */
  List<Claim> take(List<Lane> lanes, int most, ToIntFunction<Lane> room) {
    List<Lane> open =
        lanes.stream().filter(lane -> room.applyAsInt(lane) > 0).limit(LANES).toList();
    return open.isEmpty() || most <= 0
        ? List.of()
        : QuarkusTransaction.requiringNew().call(() -> claim(open, most, room));
  }

  private List<Claim> claim(List<Lane> lanes, int most, ToIntFunction<Lane> room) {
    Map<UUID, Lane> taken = new LinkedHashMap<>();
    for (Lane lane : lanes) {
      int limit = Math.min(room.applyAsInt(lane), most - taken.size());
      if (limit > 0) {
        due(lane, limit).forEach(id -> taken.put(id, lane));
      }
    }
    if (taken.isEmpty()) {
      return List.of();
    }
    UUID claim = ids.next();
    sql.update("delete from wh_ready where delivery_id in (?)", taken.keySet());
    sql.insert(
        "insert into wh_sending (delivery_id, tenant_id, endpoint_id, claim_id, lease_until) values",
        "(?, ?, ?, ?, date_add(utc_timestamp(6), interval ? microsecond))",
        taken.entrySet().stream()
            .map(
                t ->
                    List.of(
                        t.getKey(),
                        t.getValue().tenantId(),
                        t.getValue().endpointId(),
                        claim,
                        lease))
            .toList());
    moves.move(DeliveryAction.CLAIM, taken.keySet());
    return complete(taken, claim);
  }

  private List<UUID> due(Lane lane, int limit) {
    return sql.list(
        """
        select delivery_id from wh_ready where endpoint_id = ? and due_at <= utc_timestamp(6)
        order by due_at limit ? for update skip locked""",
        row -> row.id("delivery_id"),
        lane.endpointId(),
        limit);
  }

  private List<Claim> complete(Map<UUID, Lane> taken, UUID claimId) {
    List<Known> known =
        sql.list(
            "select id, event_id, tries, attempts, body from delivery where id in (?)",
            row ->
                new Known(
                    row.id("id"),
                    row.id("event_id"),
                    (int) row.number("tries"),
                    (int) row.number("attempts"),
                    row.bytesOrNull("body")),
            taken.keySet());
    Map<UUID, byte[]> bodies =
        events.bodies(known.stream().map(Known::eventId).distinct().toList());
    Map<UUID, List<byte[]>> secrets = secrets(taken.values());
    List<Claim> claims = new ArrayList<>();
    for (Known delivery : known) {
      byte[] body = delivery.body() == null ? bodies.get(delivery.eventId()) : delivery.body();
      Lane lane = Objects.requireNonNull(taken.get(delivery.id()));
      if (body == null) {
        LOG.errorf("the event %s of a delivery is not in the log", delivery.eventId());
      } else {
        claims.add(
            new Claim(
                lane,
                delivery.id(),
                claimId,
                delivery.eventId(),
                delivery.tries(),
                delivery.attempts(),
                body,
                secrets.getOrDefault(lane.endpointId(), List.of())));
      }
    }
    return claims;
  }

  private Map<UUID, List<byte[]>> secrets(Collection<Lane> lanes) {
    Map<UUID, List<byte[]>> secrets = new HashMap<>();
    sql.list(
        """
        select endpoint_id, sealed from webhook_secret
        where endpoint_id in (?) and tenant_id in (?) and (expires_at is null or expires_at > ?)
        order by id desc""",
        row ->
            secrets
                .computeIfAbsent(row.id("endpoint_id"), id -> new ArrayList<>())
                .add(row.bytes("sealed")),
        lanes.stream().map(Lane::endpointId).distinct().toList(),
        lanes.stream().map(Lane::tenantId).distinct().toList(),
        clock.instant());
    return secrets;
  }
}
