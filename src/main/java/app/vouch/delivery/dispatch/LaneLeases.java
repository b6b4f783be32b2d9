package app.vouch.delivery.dispatch;

import app.vouch.delivery.DeliverySettings;
import app.vouch.platform.persistence.Sql;
import app.vouch.shared.Uuid7;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Which lanes this replica owns. A lane has one owner at a time, so that an endpoint's order,
 * concurrency and rate hold over all replicas; the database's clock decides when a lease is over.
 */
@ApplicationScoped
class LaneLeases {
  private static final Duration IDLE = Duration.ofSeconds(1);

  private final Sql sql;
  private final UUID replica;
  private final Duration lease;

  /** When a lane had something waiting last; of the dispatcher's thread only. */
  private final Map<Lane, Long> used = new HashMap<>();

  LaneLeases(Sql sql, DeliverySettings settings, Uuid7 ids) {
    this.sql = sql;
    this.replica = ids.next();
    this.lease = settings.laneLease();
  }

  /** The name under which this replica owns lanes. */
  UUID replica() {
    return replica;
  }

  /**
   * Takes or keeps the lanes, in the open transaction; those that another replica owns are left
   * out. Until the transaction ends, nobody else can take them.
   *
   * @return when each lane's rate allows the next attempt
   */
  Map<Lane, Instant> hold(Collection<Lane> lanes) {
    Map<UUID, Lane> byId = new HashMap<>();
    lanes.forEach(lane -> byId.put(lane.endpointId(), lane));
    Map<Lane, Instant> held = lock(byId);
    List<List<?>> unknown = new ArrayList<>();
    for (Lane lane : byId.values()) {
      if (!held.containsKey(lane) && !used.containsKey(lane)) {
        unknown.add(List.of(lane.endpointId(), lane.tenantId()));
      }
    }
    if (!unknown.isEmpty()) {
      sql.insert(
          """
          insert ignore into wh_lane (endpoint_id, tenant_id, lease_until, free_at) values""",
          "(?, ?, utc_timestamp(6), utc_timestamp(6))",
          unknown);
      held = lock(byId);
    }
    if (!held.isEmpty()) {
      sql.update(
          """
          update wh_lane set owner = ?,
            lease_until = date_add(utc_timestamp(6), interval ? microsecond)
          where endpoint_id in (?)""",
          replica,
          lease,
          held.keySet().stream().map(Lane::endpointId).toList());
    }
    long now = System.nanoTime();
    held.keySet().forEach(lane -> used.put(lane, now));
    return held;
  }

  private Map<Lane, Instant> lock(Map<UUID, Lane> byId) {
    Map<Lane, Instant> held = new HashMap<>();
    sql.list(
        """
        select endpoint_id, free_at from wh_lane
        where endpoint_id in (?)
          and (owner is null or owner = ? or lease_until < utc_timestamp(6))
        for update skip locked""",
        row -> {
          Lane lane = Objects.requireNonNull(byId.get(row.id("endpoint_id")));
          held.put(lane, row.time("free_at"));
          return lane;
        },
        byId.keySet(),
        replica);
    return held;
  }

  /**
   * Lets go what had nothing waiting for a while, for whoever comes first.
   *
   * @param busy whether this replica is sending for a lane
   * @return the lanes that were let go
   */
  List<Lane> letGo(Predicate<Lane> busy) {
    long before = System.nanoTime() - IDLE.toNanos();
    List<Lane> idle =
        used.entrySet().stream()
            .filter(entry -> entry.getValue() - before < 0 && !busy.test(entry.getKey()))
            .map(Map.Entry::getKey)
            .toList();
    if (!idle.isEmpty()) {
      QuarkusTransaction.requiringNew()
          .run(
              () ->
                  sql.update(
                      "update wh_lane set owner = null where owner = ? and endpoint_id in (?)",
                      replica,
                      idle.stream().map(Lane::endpointId).toList()));
      idle.forEach(used::remove);
    }
    return idle;
  }

  /** Lets go everything, when the replica stops. */
  void letGoAll() {
    QuarkusTransaction.requiringNew()
        .run(() -> sql.update("update wh_lane set owner = null where owner = ?", replica));
  }
}
