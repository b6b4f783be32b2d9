package app.vouch.delivery;

import app.vouch.shared.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Attempts of the tenant in scope. */
@ApplicationScoped
class DeliveryAttemptRepository implements PanacheRepositoryBase<DeliveryAttempt, UUID> {

  /** A delivery's, the newest first, one row more than a page holds. */
  List<DeliveryAttempt> page(UUID deliveryId, PageRequest page) {
    return find(
            "deliveryId = :delivery and id < :after order by id desc",
            Map.of("delivery", deliveryId, "after", page.after().id()))
        .range(0, page.limit())
        .list();
  }
}
