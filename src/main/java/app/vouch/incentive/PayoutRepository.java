package app.vouch.incentive;

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

/** Payouts of the tenant in scope, and their items. */
@ApplicationScoped
class PayoutRepository implements PanacheRepositoryBase<Payout, UUID> {

  /**
   * @throws Refusal.NotFound when the tenant has no such payout
   */
  Payout lock(UUID id) {
    Payout found = findById(id, LockModeType.PESSIMISTIC_WRITE);
    if (found == null) {
      throw new Refusal.NotFound(IdType.PAYOUT, IdType.PAYOUT.format(id));
    }
    return found;
  }

  void add(PayoutItem item) {
    getEntityManager().persist(item);
  }

  /** By reward. */
  List<PayoutItem> items(UUID payoutId) {
    return getEntityManager()
        .createQuery("from PayoutItem where payoutId = :id order by rewardId", PayoutItem.class)
        .setParameter("id", payoutId)
        .getResultList();
  }

  /** Each payout's rewards, by id, in one query. */
  Map<UUID, List<UUID>> rewards(Collection<UUID> payoutIds) {
    return payoutIds.isEmpty()
        ? Map.of()
        : getEntityManager()
            .createQuery(
                "from PayoutItem where payoutId in :ids order by rewardId", PayoutItem.class)
            .setParameter("ids", payoutIds)
            .getResultList()
            .stream()
            .collect(
                Collectors.groupingBy(
                    PayoutItem::payoutId,
                    Collectors.mapping(PayoutItem::rewardId, Collectors.toList())));
  }

  /** The items in payouts that live. */
  List<PayoutItem> live(Collection<UUID> rewardIds) {
    return rewardIds.isEmpty()
        ? List.of()
        : getEntityManager()
            .createQuery("from PayoutItem where liveRewardId in :ids", PayoutItem.class)
            .setParameter("ids", rewardIds)
            .getResultList();
  }

  /** The newest first, one row more than a page holds. */
  List<Payout> page(PageRequest page, PayoutFilter filter) {
    Map<String, Object> parameters = new HashMap<>(Map.of("after", page.after().id()));
    return find(filter.where(parameters) + " order by id desc", parameters)
        .range(0, page.limit())
        .list();
  }
}
