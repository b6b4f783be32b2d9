package app.vouch.incentive;

import app.vouch.shared.IdType;
import app.vouch.shared.Money;
import app.vouch.shared.PageRequest;
import app.vouch.shared.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** Of a batch, those in these states after that one, by id. */
  List<UUID> idsOfBatch(UUID batchId, Set<PayoutState> states, UUID after, int most) {
    return getEntityManager()
        .createQuery(
            """
            select id from Payout
            where batchId = :batch and state in :states and id > :after order by id""",
            UUID.class)
        .setParameter("batch", batchId)
        .setParameter("states", states)
        .setParameter("after", after)
        .setMaxResults(most)
        .getResultList();
  }

  /** Whom a batch pays, after that one, by id. */
  List<UUID> payeesOfBatch(UUID batchId, UUID after, int most) {
    return getEntityManager()
        .createQuery(
            """
            select payeeId from Payout where batchId = :batch and payeeId > :after
            order by payeeId""",
            UUID.class)
        .setParameter("batch", batchId)
        .setParameter("after", after)
        .setMaxResults(most)
        .getResultList();
  }

  int countOfBatch(UUID batchId, Set<PayoutState> states) {
    return Math.toIntExact(count("batchId = ?1 and state in ?2", batchId, states));
  }

  /** Of a batch, those in these states, by id. */
  List<Payout> ofBatch(UUID batchId, Set<PayoutState> states) {
    return list("batchId = ?1 and state in ?2 order by id", batchId, states);
  }

  /** What batches hold, by batch and state. */
  List<PayoutSum> sums(Collection<UUID> batchIds) {
    return batchIds.isEmpty()
        ? List.of()
        : getEntityManager()
            .createQuery(
                """
                select p.batchId, p.state, p.currency, count(p), sum(p.total), sum(p.setOff)
                from Payout p where p.batchId in :batches
                group by p.batchId, p.state, p.currency""",
                Object[].class)
            .setParameter("batches", batchIds)
            .getResultStream()
            .map(PayoutRepository::sum)
            .toList();
  }

  private static PayoutSum sum(Object[] row) {
    String currency = (String) row[2];
    Money total = Money.ofMinor(((Number) row[4]).longValue(), currency);
    Money setOff = Money.ofMinor(((Number) row[5]).longValue(), currency);
    return new PayoutSum(
        (UUID) row[0], (PayoutState) row[1], (Long) row[3], total.minus(setOff), setOff);
  }

  /** The newest first, one row more than a page holds. */
  List<Payout> page(PageRequest page, PayoutFilter filter) {
    Map<String, Object> parameters = new HashMap<>(Map.of("after", page.after().id()));
    return find(filter.where(parameters) + " order by id desc", parameters)
        .range(0, page.limit())
        .list();
  }
}
