package app.vouch.delivery.dispatch;

import app.vouch.delivery.Band;
import app.vouch.delivery.DeliveryAction;
import app.vouch.delivery.DeliveryState;
import app.vouch.delivery.EndpointHealth;
import app.vouch.delivery.EndpointHealths;
import app.vouch.platform.persistence.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Tries endpoints that are held, with the oldest of what waits for them by turns, one at a time.
 * Where nothing waits, it looks again a minute later.
 */
@ApplicationScoped
class Probes {
  private static final int BATCH = 100;

  /** A receiver may be well again and dislike one event for ever, so another has its turn. */
  private static final int CANDIDATES = 10;

  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

  private final Sql sql;
  private final EndpointHealths healths;
  private final EndpointLocks locks;
  private final Moves moves;
  private final Clock clock;

  Probes(Sql sql, EndpointHealths healths, EndpointLocks locks, Moves moves, Clock clock) {
    this.sql = sql;
    this.healths = healths;
    this.locks = locks;
    this.moves = moves;
    this.clock = clock;
  }

  /** Whether there may be more to try. */
  boolean send() {
    Instant now = clock.instant();
    List<EndpointHealth.Of> due =
        QuarkusTransaction.requiringNew().call(() -> healths.toProbe(now, BATCH));
    boolean sent = false;
    for (EndpointHealth.Of one : due) {
      Lane lane = new Lane(one.endpointId(), one.tenantId());
      sent |= QuarkusTransaction.requiringNew().call(() -> probe(lane, now));
    }
    return sent && due.size() == BATCH;
  }

  private boolean probe(Lane lane, Instant now) {
    UUID endpoint = lane.endpointId();
    Gate gate = locks.lock(endpoint);
    EndpointHealth health = healths.lock(List.of(endpoint)).get(endpoint);
    if (health == null || isLater(health, now)) {
      return false;
    }
    if (gate == Gate.SHUT) {
      healths.probeAt(lane.tenantId(), endpoint, health, null);
      return false;
    }
    List<UUID> oldest =
        sql.list(
            """
            select d.id from delivery d join webhook_endpoint e on e.id = d.endpoint_id
            where d.tenant_id = ? and d.endpoint_id = ? and d.state = ?
              and (not e.ordered or not exists (
                select 1 from delivery b
                where b.endpoint_id = d.endpoint_id and b.resource_id = d.resource_id
                  and b.sequence < d.sequence and b.state in (?)))
            order by d.id limit ?""",
            row -> row.id("id"),
            lane.tenantId(),
            endpoint,
            DeliveryState.HELD,
            List.of(DeliveryState.SCHEDULED, DeliveryState.SENDING, DeliveryState.HELD),
            CANDIDATES);
    if (oldest.isEmpty()) {
      healths.probeAt(lane.tenantId(), endpoint, health, now.plus(LOOK_AGAIN));
      return false;
    }
    List<UUID> probe = List.of(oldest.get(health.failures() % oldest.size()));
    moves.move(DeliveryAction.RELEASE, probe, "next_attempt_at = utc_timestamp(6),");
    moves.ready(lane, probe, Band.PROBE, Duration.ZERO);
    healths.probed(lane.tenantId(), endpoint, health, now);
    return true;
  }

  /** Another replica was quicker. */
  private static boolean isLater(EndpointHealth health, Instant now) {
    Instant probeAt = health.probeAt();
    return probeAt == null || probeAt.isAfter(now);
  }
}
