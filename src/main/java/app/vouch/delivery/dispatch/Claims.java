package app.vouch.delivery.dispatch;

import app.vouch.delivery.Band;
import app.vouch.delivery.DeliveryAction;
import app.vouch.delivery.DeliverySettings;
import app.vouch.delivery.DeliveryState;
import app.vouch.platform.event.EventFeed;
import app.vouch.platform.persistence.Sql;
import app.vouch.shared.Uuid7;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes due deliveries of the lanes that this replica owns out of the queue, under a lease. Rows
 * move by insert and delete. The database's clock decides what is due.
 */
@ApplicationScoped
class Claims {
  private static final Logger LOG = Logger.getLogger(Claims.class);

  private final Sql sql;
  private final Moves moves;
  private final Lanes lanes;
  private final LaneLeases leases;
  private final InFlight inFlight;
  private final EventFeed events;
  private final Profiles profiles;
  private final Duration lease;
  private final Uuid7 ids;

  Claims(
      Sql sql,
      Moves moves,
      Lanes lanes,
      LaneLeases leases,
      InFlight inFlight,
      EventFeed events,
      Profiles profiles,
      DeliverySettings settings,
      Uuid7 ids) {
    this.sql = sql;
    this.moves = moves;
    this.lanes = lanes;
    this.leases = leases;
    this.inFlight = inFlight;
    this.events = events;
    this.profiles = profiles;
    this.lease = settings.lease();
    this.ids = ids;
  }

  /** A row of the delivery's table; samples bring their body. */
  private record Known(UUID id, UUID eventId, int tries, int attempts, byte @Nullable [] body) {}

  /** Takes what the grants allow, as far as it is there. */
  List<Claim> take(List<Grant> grants) {
    return grants.isEmpty()
        ? List.of()
        : QuarkusTransaction.requiringNew().call(() -> claim(grants));
  }

  private List<Claim> claim(List<Grant> grants) {
    Map<Lane, Instant> held = leases.hold(grants.stream().map(Grant::lane).distinct().toList());
    if (held.isEmpty()) {
      return List.of();
    }
    Map<UUID, Integer> sending = sending(held.keySet());
    Map<UUID, Grant> taken = new LinkedHashMap<>();
    for (Grant grant : present(grants)) {
      if (held.containsKey(grant.lane())) {
        UUID endpoint = grant.lane().endpointId();
        int already = sending.getOrDefault(endpoint, 0);
        int room = Math.min(grant.slots(), grant.terms().concurrency() - already);
        List<UUID> due = room > 0 ? due(grant, room) : List.of();
        due.forEach(id -> taken.put(id, grant));
        sending.merge(endpoint, due.size(), Integer::sum);
      }
    }
    if (taken.isEmpty()) {
      return List.of();
    }
    pace(taken.values(), held);
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
                        t.getValue().lane().tenantId(),
                        t.getValue().lane().endpointId(),
                        claim,
                        lease))
            .toList());
    moves.move(DeliveryAction.CLAIM, taken.keySet());
    return complete(taken, claim);
  }

  /**
   * By what the endpoints let through now: since the deal they may have been stopped or changed.
   */
  private List<Grant> present(List<Grant> grants) {
    Map<UUID, Standing> standing =
        lanes.standing(grants.stream().map(grant -> grant.lane().endpointId()).distinct().toList());
    List<Grant> present = new ArrayList<>();
    for (Grant grant : grants) {
      Standing now = standing.get(grant.lane().endpointId());
      if (now != null && now.gate().lets(grant.band())) {
        present.add(grant.under(now.terms()));
      }
    }
    return present;
  }

  private Map<UUID, Integer> sending(Collection<Lane> lanes) {
    Map<UUID, Integer> sending = new HashMap<>();
    sql.list(
        """
        select endpoint_id, count(*) as n from wh_sending where endpoint_id in (?)
        group by endpoint_id""",
        row -> sending.put(row.id("endpoint_id"), (int) row.number("n")),
        lanes.stream().map(Lane::endpointId).toList());
    return sending;
  }

  private List<UUID> due(Grant grant, int limit) {
    return grant.terms().ordered()
        ? dueInOrder(grant, limit)
        : sql.list(
            """
            select delivery_id from wh_ready
            where endpoint_id = ? and band = ? and due_at <= utc_timestamp(6)
            order by due_at limit ? for update skip locked""",
            row -> row.id("delivery_id"),
            grant.lane().endpointId(),
            grant.band(),
            limit);
  }

  /** Of each resource only what nothing before it waits for. */
  private List<UUID> dueInOrder(Grant grant, int limit) {
    List<UUID> first =
        sql.list(
            """
            select r.delivery_id from wh_ready r join delivery d on d.id = r.delivery_id
            where r.endpoint_id = ? and r.band = ? and r.due_at <= utc_timestamp(6)
              and not exists (
                select 1 from delivery b
                where b.endpoint_id = d.endpoint_id and b.resource_id = d.resource_id
                  and b.sequence < d.sequence and b.state in (?))
            order by r.due_at limit ?""",
            row -> row.id("delivery_id"),
            grant.lane().endpointId(),
            grant.band(),
            List.of(DeliveryState.SCHEDULED, DeliveryState.SENDING, DeliveryState.HELD),
            limit);
    return first.isEmpty()
        ? first
        : sql.list(
            "select delivery_id from wh_ready where delivery_id in (?) for update skip locked",
            row -> row.id("delivery_id"),
            first);
  }

  private void pace(Collection<Grant> taken, Map<Lane, Instant> freeAt) {
    Map<Lane, List<Grant>> limited = new LinkedHashMap<>();
    taken.stream()
        .filter(grant -> grant.terms().interval() != null)
        .forEach(g -> limited.computeIfAbsent(g.lane(), lane -> new ArrayList<>()).add(g));
    if (limited.isEmpty()) {
      return;
    }
    Instant now =
        sql.list("select utc_timestamp(6) as present", row -> row.time("present")).getFirst();
    limited.forEach(
        (lane, grants) ->
            sql.update(
                "update wh_lane set free_at = ? where endpoint_id = ?",
                new Pace(
                        grants.getFirst().terms().interval(),
                        Objects.requireNonNull(freeAt.get(lane)))
                    .after(grants.size(), now),
                lane.endpointId()));
  }

  private List<Claim> complete(Map<UUID, Grant> taken, UUID claimId) {
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
    Map<UUID, Profile> wishes =
        profiles.of(taken.values().stream().map(Grant::lane).distinct().toList());
    List<Claim> claims = new ArrayList<>();
    for (Known delivery : known) {
      byte[] body = delivery.body() == null ? bodies.get(delivery.eventId()) : delivery.body();
      Grant grant = Objects.requireNonNull(taken.get(delivery.id()));
      if (body == null) {
        bury(grant.lane(), delivery);
      } else {
        claims.add(
            new Claim(
                grant.lane(),
                grant.terms().url(),
                inFlight.share(grant.lane(), grant.band()),
                grant.band() == Band.PROBE,
                delivery.id(),
                claimId,
                delivery.eventId(),
                delivery.tries(),
                delivery.attempts(),
                body,
                wishes.getOrDefault(grant.lane().endpointId(), Profile.USUAL)));
      }
    }
    return claims;
  }

  /** There is nothing to send any more; that is kept, and can be seen. */
  private void bury(Lane lane, Known delivery) {
    LOG.errorf("the event %s of a delivery is not in the log", delivery.eventId());
    sql.update("delete from wh_sending where delivery_id = ?", delivery.id());
    moves.move(
        DeliveryAction.EXHAUST,
        List.of(delivery.id()),
        "last_error = 'the event is not in the log any more', next_attempt_at = null,");
    sql.update(
        "insert into wh_dead (delivery_id, tenant_id, endpoint_id) values (?, ?, ?)",
        delivery.id(),
        lane.tenantId(),
        lane.endpointId());
  }
}
