package app.vouch.deal;

import app.vouch.shared.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Payments of the tenant in scope, and what was given back of them. */
@ApplicationScoped
class DealPaymentRepository implements PanacheRepositoryBase<DealPayment, UUID> {

  /** The oldest first. */
  List<DealPayment> ofDeal(UUID dealId) {
    return list("dealId = ?1 order by number", dealId);
  }

  /** The newest first, one row more than a page holds. */
  List<DealPayment> page(UUID dealId, PageRequest page) {
    return find("dealId = ?1 and id < ?2 order by id desc", dealId, page.after().id())
        .range(0, page.limit())
        .list();
  }

  void add(DealRefund refund) {
    getEntityManager().persist(refund);
  }

  @Nullable DealRefund refund(UUID id) {
    return getEntityManager().find(DealRefund.class, id);
  }

  /** What was given back of payments, in minor units; those of which nothing was are left out. */
  Map<UUID, Long> refunded(Collection<UUID> paymentIds) {
    Map<UUID, Long> sums = new HashMap<>();
    if (!paymentIds.isEmpty()) {
      getEntityManager()
          .createQuery(
              "select paymentId, sum(amountMinor) from DealRefund where paymentId in :ids group by paymentId",
              Object[].class)
          .setParameter("ids", paymentIds)
          .getResultStream()
          .forEach(row -> sums.put((UUID) row[0], (Long) row[1]));
    }
    return sums;
  }
}
