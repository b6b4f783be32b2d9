package app.vouch.incentive.payout;

import app.vouch.shared.IdType;
import app.vouch.shared.PageRequest;
import app.vouch.shared.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Payout batches of the tenant in scope. */
@ApplicationScoped
class PayoutBatchRepository implements PanacheRepositoryBase<PayoutBatch, UUID> {

  /**
   * @throws Refusal.NotFound when the tenant has no such batch
   */
  PayoutBatch get(String id) {
    PayoutBatch found = findById(IdType.PAYOUT_BATCH.inPath(id));
    if (found == null) {
      throw new Refusal.NotFound(IdType.PAYOUT_BATCH, id);
    }
    return found;
  }

  /** The newest first, one row more than a page holds. */
  List<PayoutBatch> page(PageRequest page) {
    return find("id < ?1 order by id desc", page.after().id()).range(0, page.limit()).list();
  }
}
