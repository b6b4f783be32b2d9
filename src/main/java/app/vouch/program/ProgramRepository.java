package app.vouch.program;

import app.vouch.shared.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Programs of the tenant in scope. */
@ApplicationScoped
class ProgramRepository implements PanacheRepositoryBase<Program, UUID> {

  Optional<Program> theDefault() {
    return find("isDefault = true").firstResultOptional();
  }

  /** The newest first, one row more than a page holds. */
  List<Program> page(PageRequest page) {
    return find("id < :after order by id desc", Map.of("after", page.after().id()))
        .range(0, page.limit())
        .list();
  }

  List<Program> byIds(List<UUID> ids) {
    return ids.isEmpty() ? List.of() : list("id in ?1", ids);
  }
}
