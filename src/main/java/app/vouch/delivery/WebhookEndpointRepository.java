package app.vouch.delivery;

import app.vouch.shared.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Webhook endpoints of the tenant in scope. */
@ApplicationScoped
class WebhookEndpointRepository implements PanacheRepositoryBase<WebhookEndpoint, UUID> {

  /** The newest first, one row more than a page holds. */
  List<WebhookEndpoint> page(PageRequest page) {
    return find("id < :after order by id desc", Map.of("after", page.after().id()))
        .range(0, page.limit())
        .list();
  }

  List<WebhookEndpoint> byIds(List<UUID> ids) {
    return ids.isEmpty() ? List.of() : list("id in ?1", ids);
  }
}
