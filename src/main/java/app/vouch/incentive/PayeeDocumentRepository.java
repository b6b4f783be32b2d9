package app.vouch.incentive;

import app.vouch.shared.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Payee documents of the tenant in scope. */
@ApplicationScoped
class PayeeDocumentRepository implements PanacheRepositoryBase<PayeeDocument, UUID> {

  /** The newest of the payee's documents of that kind that counts at that time. */
  Optional<PayeeDocument> valid(UUID payeeId, String kind, Instant at) {
    return find(
            """
            payeeId = ?1 and kind = ?2 and validFrom <= ?3 and revokedAt is null
            and (expiresAt is null or expiresAt > ?3) order by id desc""",
            payeeId,
            kind,
            at)
        .firstResultOptional();
  }

  /** The newest first, one row more than a page holds. */
  List<PayeeDocument> page(PageRequest page, PayeeDocumentFilter filter) {
    Map<String, Object> parameters = new HashMap<>(Map.of("after", page.after().id()));
    return find(filter.where(parameters) + " order by id desc", parameters)
        .range(0, page.limit())
        .list();
  }
}
