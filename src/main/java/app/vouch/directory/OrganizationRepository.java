package app.vouch.directory;

import app.vouch.shared.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Organizations of the tenant in scope. */
@ApplicationScoped
class OrganizationRepository implements PanacheRepositoryBase<Organization, UUID> {

  Optional<Organization> byDomain(String domain) {
    return find("domain", domain).firstResultOptional();
  }

  /** An organization without a domain, by its name's key. */
  Optional<Organization> byName(String nameKey) {
    return find("nameKey = ?1 order by id", nameKey).firstResultOptional();
  }

  /** The newest first, one row more than a page holds. */
  List<Organization> page(PageRequest page) {
    return find("id < :after order by id desc", Map.of("after", page.after().id()))
        .range(0, page.limit())
        .list();
  }

  List<Organization> byIds(List<UUID> ids) {
    return ids.isEmpty() ? List.of() : list("id in ?1", ids);
  }
}
