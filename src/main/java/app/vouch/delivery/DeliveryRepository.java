package app.vouch.delivery;

import app.vouch.shared.PageRequest;
import app.vouch.shared.Times;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Deliveries of the tenant in scope. */
@ApplicationScoped
class DeliveryRepository implements PanacheRepositoryBase<Delivery, UUID> {

  /** The newest first, one row more than a page holds. */
  List<Delivery> search(DeliveryFilter filter, PageRequest page) {
    Map<String, Object> values = new HashMap<>(Map.of("after", page.after().id()));
    StringBuilder condition = new StringBuilder("id < :after");
    and(condition, values, "endpointId = :endpoint", "endpoint", filter.endpoint());
    and(condition, values, "eventId = :event", "event", filter.event());
    and(condition, values, "resourceId = :resource", "resource", filter.resource());
    and(condition, values, "state = :state", "state", filter.state());
    and(condition, values, "createdAt >= :from", "from", filter.from());
    and(condition, values, "createdAt < :to", "to", filter.to());
    return find(condition + " order by id desc", values).range(0, page.limit()).list();
  }

  private static void and(
      StringBuilder condition,
      Map<String, Object> values,
      String more,
      String name,
      @Nullable Object value) {
    if (value != null) {
      condition.append(" and ").append(more);
      values.put(name, value);
    }
  }

  /** An endpoint's that were given up, in the order in which they were made, locked. */
  List<Delivery> dead(
      UUID endpointId, UUID after, @Nullable Instant from, @Nullable Instant to, int limit) {
    return find(
            """
            endpointId = :endpoint and state = :state and id > :after
            and createdAt >= :from and createdAt < :to order by id""",
            Map.of(
                "endpoint",
                endpointId,
                "state",
                DeliveryState.DEAD,
                "after",
                after,
                "from",
                from == null ? Times.FIRST : from,
                "to",
                to == null ? Times.END : to))
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .range(0, limit - 1)
        .list();
  }

  /** What an endpoint was to get of these events, locked; by event. */
  Map<UUID, Delivery> byEvents(UUID endpointId, List<UUID> events) {
    return events.isEmpty()
        ? Map.of()
        : find("endpointId = ?1 and eventId in ?2", endpointId, events)
            .withLock(LockModeType.PESSIMISTIC_WRITE)
            .<Delivery>stream()
            .collect(Collectors.toMap(Delivery::eventId, Function.identity()));
  }

  /** How many of an endpoint's are in each state. */
  Map<DeliveryState, Long> counts(UUID endpointId) {
    Map<DeliveryState, Long> counts = new EnumMap<>(DeliveryState.class);
    getEntityManager()
        .createQuery(
            """
            select state, count(*) from Delivery
            where endpointId = :endpoint and state in :states group by state""",
            Object[].class)
        .setParameter("endpoint", endpointId)
        .setParameter(
            "states", List.of(DeliveryState.SCHEDULED, DeliveryState.HELD, DeliveryState.DEAD))
        .getResultList()
        .forEach(row -> counts.put((DeliveryState) row[0], (Long) row[1]));
    return counts;
  }
}
