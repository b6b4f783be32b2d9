package app.vouch.delivery;

import app.vouch.shared.IdType;
import app.vouch.shared.PageRequest;
import app.vouch.shared.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Webhook endpoints of the tenant in scope. */
@ApplicationScoped
class WebhookEndpointRepository implements PanacheRepositoryBase<WebhookEndpoint, UUID> {

  /** The newest first, one row more than a page holds. */
  List<WebhookEndpoint> page(PageRequest page) {
    return find("id < :after order by id desc", Map.of("after", page.after().id()))
        .range(0, page.limit())
        .list();
  }

  /**
   * @param id TypeID
   * @throws Refusal.NotFound when the tenant has no such endpoint
   */
  WebhookEndpoint require(String id) {
    return found(findById(IdType.WEBHOOK_ENDPOINT.inPath(id)), id);
  }

  /**
   * The same, held until the transaction ends.
   *
   * @throws Refusal.NotFound when the tenant has no such endpoint
   */
  WebhookEndpoint lock(UUID id) {
    return found(findById(id, LockModeType.PESSIMISTIC_WRITE), IdType.WEBHOOK_ENDPOINT.format(id));
  }

  private static WebhookEndpoint found(@Nullable WebhookEndpoint endpoint, String id) {
    if (endpoint == null) {
      throw new Refusal.NotFound(IdType.WEBHOOK_ENDPOINT, id);
    }
    return endpoint;
  }

  List<WebhookEndpoint> byIds(List<UUID> ids) {
    return ids.isEmpty() ? List.of() : list("id in ?1", ids);
  }
}
