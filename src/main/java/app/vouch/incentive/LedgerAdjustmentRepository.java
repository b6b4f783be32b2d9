package app.vouch.incentive;

import app.vouch.incentive.ledger.Leg;
import app.vouch.shared.IdType;
import app.vouch.shared.PageRequest;
import app.vouch.shared.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Manual entries of the tenant in scope, and their legs. */
@ApplicationScoped
class LedgerAdjustmentRepository implements PanacheRepositoryBase<LedgerAdjustment, UUID> {

  /**
   * @throws Refusal.NotFound when the tenant has no such manual entry
   */
  LedgerAdjustment lock(UUID id) {
    LedgerAdjustment found = findById(id, LockModeType.PESSIMISTIC_WRITE);
    if (found == null) {
      throw new Refusal.NotFound(IdType.LEDGER_ADJUSTMENT, IdType.LEDGER_ADJUSTMENT.format(id));
    }
    return found;
  }

  boolean hasKey(String key) {
    return count("key = ?1", key) > 0;
  }

  void add(LedgerAdjustmentLeg leg) {
    getEntityManager().persist(leg);
  }

  List<Leg> legs(UUID adjustment) {
    return legs(List.of(adjustment)).getOrDefault(adjustment, List.of());
  }

  /** Of many manual entries, in one query. */
  Map<UUID, List<Leg>> legs(Collection<UUID> adjustments) {
    return adjustments.isEmpty()
        ? Map.of()
        : getEntityManager()
            .createQuery(
                "from LedgerAdjustmentLeg where adjustmentId in :ids order by adjustmentId, line",
                LedgerAdjustmentLeg.class)
            .setParameter("ids", adjustments)
            .getResultList()
            .stream()
            .collect(
                Collectors.groupingBy(
                    LedgerAdjustmentLeg::adjustmentId,
                    Collectors.mapping(LedgerAdjustmentLeg::leg, Collectors.toList())));
  }

  /** The newest first, one row more than a page holds. */
  List<LedgerAdjustment> page(PageRequest page, @Nullable AdjustmentState state) {
    Map<String, Object> parameters = new HashMap<>(Map.of("after", page.after().id()));
    String where = "id < :after";
    if (state != null) {
      where += " and state = :state";
      parameters.put("state", state);
    }
    return find(where + " order by id desc", parameters).range(0, page.limit()).list();
  }
}
