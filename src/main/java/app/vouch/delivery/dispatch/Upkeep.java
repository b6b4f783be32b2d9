package app.vouch.delivery.dispatch;

import app.vouch.delivery.Band;
import app.vouch.delivery.DeliveryAction;
import app.vouch.delivery.DeliveryState;
import app.vouch.platform.persistence.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Moves that no attempt makes: holding what waits for an endpoint that is off, letting it go when
 * it is on again, and taking back what a replica that died was sending. Holding and letting go
 * happen under the endpoint's lock, so nothing is held behind the back of a resumption.
 */
@ApplicationScoped
class Upkeep {
  private static final int BATCH = 500;

  private final Sql sql;
  private final EndpointLocks locks;
  private final Moves moves;

  Upkeep(Sql sql, EndpointLocks locks, Moves moves) {
    this.sql = sql;
    this.locks = locks;
    this.moves = moves;
  }

  /** Whether there may be more to hold. */
  boolean hold(Lane lane) {
    return QuarkusTransaction.requiringNew().call(() -> holdNow(lane));
  }

  private boolean holdNow(Lane lane) {
    Gate gate = locks.lock(lane.endpointId());
    List<Band> stopped = Stream.of(Band.values()).filter(band -> !gate.lets(band)).toList();
    if (stopped.isEmpty()) {
      return false;
    }
    List<UUID> waiting =
        sql.list(
            """
            select delivery_id from wh_ready where endpoint_id = ? and band in (?) limit ?
            for update skip locked""",
            row -> row.id("delivery_id"),
            lane.endpointId(),
            stopped,
            BATCH);
    if (waiting.isEmpty()) {
      return false;
    }
    sql.update("delete from wh_ready where delivery_id in (?)", waiting);
    moves.move(DeliveryAction.HOLD, waiting, "next_attempt_at = null,");
    return waiting.size() == BATCH;
  }

  /** Lets go what endpoints that are on again held. Whether there may be more. */
  boolean release() {
    List<Lane> resumed =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    sql.list(
                        "select endpoint_id, tenant_id from wh_release limit ?",
                        row -> new Lane(row.id("endpoint_id"), row.id("tenant_id")),
                        BATCH));
    boolean more = false;
    for (Lane lane : resumed) {
      more |= QuarkusTransaction.requiringNew().call(() -> release(lane));
    }
    return more;
  }

  private boolean release(Lane lane) {
    boolean on = locks.lock(lane.endpointId()) == Gate.OPEN;
    List<UUID> held =
        on
            ? sql.list(
                """
                select id from delivery where tenant_id = ? and endpoint_id = ? and state = ?
                order by id limit ?""",
                row -> row.id("id"),
                lane.tenantId(),
                lane.endpointId(),
                DeliveryState.HELD,
                BATCH)
            : List.of();
    if (held.isEmpty()) {
      sql.update("delete from wh_release where endpoint_id = ?", lane.endpointId());
      return false;
    }
    moves.move(DeliveryAction.RELEASE, held, "tries = 0, next_attempt_at = utc_timestamp(6),");
    moves.ready(lane, held, Band.RECOVERY, Duration.ZERO);
    return true;
  }

  /** Takes back deliveries whose lease is over. Whether there may be more. */
  boolean takeBack() {
    return QuarkusTransaction.requiringNew().call(this::takeBackNow);
  }

  private boolean takeBackNow() {
    Map<Lane, List<UUID>> lost =
        sql
            .list(
                """
                select delivery_id, endpoint_id, tenant_id from wh_sending
                where lease_until < utc_timestamp(6) limit ? for update skip locked""",
                row ->
                    Map.entry(
                        new Lane(row.id("endpoint_id"), row.id("tenant_id")),
                        row.id("delivery_id")),
                BATCH)
            .stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    lost.forEach(
        (lane, deliveries) -> {
          sql.update("delete from wh_sending where delivery_id in (?)", deliveries);
          moves.move(
              DeliveryAction.LEASE_LOST,
              deliveries,
              "last_error = ?, next_attempt_at = utc_timestamp(6),",
              "the replica that was sending it did not report; it may have arrived");
          moves.ready(lane, deliveries, Band.RETRY, Duration.ZERO);
        });
    return lost.values().stream().mapToInt(List::size).sum() == BATCH;
  }
}
