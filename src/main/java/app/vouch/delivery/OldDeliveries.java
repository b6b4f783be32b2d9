package app.vouch.delivery;

import app.vouch.platform.persistence.Sql;
import app.vouch.platform.retention.Expiring;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Removes deliveries that are over, with their attempts, and keeps how many they were. What is
 * scheduled, being sent or held stays, however old it is.
 */
@ApplicationScoped
class OldDeliveries implements Expiring {
  private final Sql sql;
  private final Duration keep;

  OldDeliveries(Sql sql, @ConfigProperty(name = "vouch.retention.deliveries") Duration keep) {
    this.sql = sql;
    this.keep = keep;
  }

  @Override
  public String what() {
    return "deliveries";
  }

  @Override
  public Duration keep() {
    return keep;
  }

  private record Old(UUID id, Endpoint endpoint, DeliveryState state) {}

  private record Endpoint(UUID id, UUID tenantId) {}

  @Override
  public Step remove(Instant before, UUID after) {
    List<Old> old =
        sql.list(
            """
            select id, tenant_id, endpoint_id, state from delivery
            where id > ? and id < ? and state in (?) order by id limit ? for update skip locked""",
            row ->
                new Old(
                    row.id("id"),
                    new Endpoint(row.id("endpoint_id"), row.id("tenant_id")),
                    DeliveryState.valueOf(row.text("state"))),
            after,
            Uuid7.firstOf(before),
            List.of(DeliveryState.DELIVERED, DeliveryState.DEAD),
            BATCH);
    if (old.isEmpty()) {
      return new Step(0, Optional.empty());
    }
    count(old);
    List<UUID> ids = old.stream().map(Old::id).toList();
    sql.update(
        "delete from delivery_attempt where tenant_id in (?) and delivery_id in (?)",
        old.stream().map(one -> one.endpoint().tenantId()).distinct().toList(),
        ids);
    sql.update("delete from wh_dead where delivery_id in (?)", ids);
    sql.update("delete from delivery where id in (?)", ids);
    return new Step(old.size(), old.size() < BATCH ? Optional.empty() : Optional.of(ids.getLast()));
  }

  private void count(List<Old> old) {
    Map<Endpoint, Map<DeliveryState, Integer>> counts = new LinkedHashMap<>();
    old.forEach(
        one ->
            counts
                .computeIfAbsent(one.endpoint(), id -> new EnumMap<>(DeliveryState.class))
                .merge(one.state(), 1, Integer::sum));
    List<List<?>> rows = new ArrayList<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey((a, b) -> a.id().compareTo(b.id())))
        .forEach(
            entry ->
                rows.add(
                    List.of(
                        entry.getKey().id(),
                        entry.getKey().tenantId(),
                        entry.getValue().getOrDefault(DeliveryState.DELIVERED, 0),
                        entry.getValue().getOrDefault(DeliveryState.DEAD, 0))));
    sql.insert(
        "insert into delivery_removed (endpoint_id, tenant_id, delivered, dead) values",
        "(?, ?, ?, ?)",
        """
        on duplicate key update delivered = delivered + values(delivered),
          dead = dead + values(dead)""",
        rows);
  }
}
