package app.vouch.incentive.proof;

import app.vouch.shared.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Signed heads of the tenant in scope; they are only ever inserted. */
@ApplicationScoped
class LedgerHeadRepository implements PanacheRepositoryBase<LedgerHead, UUID> {

  Optional<LedgerHead> last() {
    return find("order by number desc").range(0, 0).list().stream().findFirst();
  }

  /** The newest first, one row more than a page holds. */
  List<LedgerHead> page(PageRequest page) {
    return find("id < :after order by id desc", Map.of("after", page.after().id()))
        .range(0, page.limit())
        .list();
  }
}
