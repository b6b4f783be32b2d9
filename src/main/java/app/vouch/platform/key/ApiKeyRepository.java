package app.vouch.platform.key;

import app.vouch.shared.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** API keys of the tenant in scope. Sign-in, which has no tenant yet, reads by hash elsewhere. */
@ApplicationScoped
class ApiKeyRepository implements PanacheRepositoryBase<ApiKey, UUID> {

  /** The newest first, one row more than a page holds. */
  List<ApiKey> page(PageRequest page) {
    return find("id < :after order by id desc", Map.of("after", page.after().id()))
        .range(0, page.limit())
        .list();
  }
}
