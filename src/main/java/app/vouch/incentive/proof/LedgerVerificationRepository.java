package app.vouch.incentive.proof;

import app.vouch.shared.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Verifications of the tenant in scope. */
@ApplicationScoped
class LedgerVerificationRepository implements PanacheRepositoryBase<LedgerVerification, UUID> {

  /** The newest first, one row more than a page holds. */
  List<LedgerVerification> page(PageRequest page) {
    return find("id < :after order by id desc", Map.of("after", page.after().id()))
        .range(0, page.limit())
        .list();
  }
}
