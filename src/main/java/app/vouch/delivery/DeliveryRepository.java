package app.vouch.delivery;

import app.vouch.shared.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deliveries of the tenant in scope. */
@ApplicationScoped
class DeliveryRepository implements PanacheRepositoryBase<Delivery, UUID> {

  /** An endpoint's, the newest first, one row more than a page holds. */
  List<Delivery> page(UUID endpointId, @Nullable DeliveryState state, PageRequest page) {
    Map<String, Object> values =
        new HashMap<>(Map.of("after", page.after().id(), "endpoint", endpointId));
    String condition = "endpointId = :endpoint and id < :after ";
    if (state != null) {
      condition += "and state = :state ";
      values.put("state", state);
    }
    return find(condition + "order by id desc", values).range(0, page.limit()).list();
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
