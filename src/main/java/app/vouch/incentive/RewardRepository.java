package app.vouch.incentive;

import app.vouch.shared.IdType;
import app.vouch.shared.PageRequest;
import app.vouch.shared.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Rewards of the tenant in scope. */
@ApplicationScoped
class RewardRepository implements PanacheRepositoryBase<Reward, UUID> {
  private static final Set<RewardState> OVER =
      Set.of(RewardState.DENIED, RewardState.REVERSED, RewardState.EXPIRED);

  /**
   * @throws Refusal.NotFound when the tenant has no such reward
   */
  Reward lock(UUID id) {
    Reward found = findById(id, LockModeType.PESSIMISTIC_WRITE);
    if (found == null) {
      throw new Refusal.NotFound(IdType.REWARD, IdType.REWARD.format(id));
    }
    return found;
  }

  /** Locked in the order of their ids. */
  List<Reward> lock(Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_WRITE).list();
  }

  List<UUID> idsThatStandForDeal(UUID dealId) {
    return find("select id from Reward where dealId = ?1 and state not in ?2", dealId, OVER)
        .project(UUID.class)
        .list();
  }

  List<UUID> idsThatStandForReferral(UUID referralId) {
    return find("select id from Reward where referralId = ?1 and state not in ?2", referralId, OVER)
        .project(UUID.class)
        .list();
  }

  /** When each of them expires, where it has not come to an end yet. */
  Map<UUID, Instant> expiries(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Map.of()
        : getEntityManager()
            .createQuery(
                "select id, expiresAt from Reward where id in :ids and state not in :over",
                Object[].class)
            .setParameter("ids", ids)
            .setParameter("over", OVER)
            .getResultStream()
            .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Instant) row[1]));
  }

  List<UUID> idsAvailable(UUID payeeId, Currency currency) {
    return find(
            "select id from Reward where payeeId = ?1 and state = ?2 and currency = ?3",
            payeeId,
            RewardState.AVAILABLE,
            currency.getCurrencyCode())
        .project(UUID.class)
        .list();
  }

  /** All that was ever granted for it, the oldest first. */
  List<Reward> ofSlot(RewardSlot slot) {
    return list(
        "referralId = ?1 and ruleId = ?2 and beneficiary = ?3 order by id",
        slot.referralId(),
        slot.ruleId(),
        slot.beneficiary());
  }

  /** The last one that was granted for it, supplements left out. */
  Optional<Reward> last(RewardSlot slot) {
    return find(
            """
            referralId = ?1 and ruleId = ?2 and beneficiary = ?3 and supplements is null
            order by generation desc""",
            slot.referralId(),
            slot.ruleId(),
            slot.beneficiary())
        .firstResultOptional();
  }

  /** The newest first, one row more than a page holds. */
  List<Reward> page(PageRequest page, RewardFilter filter) {
    Map<String, Object> parameters = new HashMap<>(Map.of("after", page.after().id()));
    return find(filter.where(parameters) + " order by id desc", parameters)
        .range(0, page.limit())
        .list();
  }

  List<Reward> byIds(List<UUID> ids) {
    return ids.isEmpty() ? List.of() : list("id in ?1", ids);
  }

  /** The newest first. */
  List<Reward> ofReferrals(List<UUID> referralIds) {
    return referralIds.isEmpty()
        ? List.of()
        : list("referralId in ?1 order by id desc", referralIds);
  }

  /** Of one payee, in one currency, granted later than that; what is over is left out. */
  List<Reward> standing(UUID payeeId, Currency currency, Instant since) {
    return find(
            "payeeId = ?1 and currency = ?2 and createdAt > ?3 and state not in ?4",
            payeeId,
            currency.getCurrencyCode(),
            since,
            OVER)
        .list();
  }

  /** What waits for a payee's gates. */
  List<UUID> idsHeldByGates(UUID payeeId) {
    return find(
            "payeeId = ?1 and state in ?2 and reasons <> ''",
            payeeId,
            Set.of(RewardState.PENDING, RewardState.HELD))
        .list()
        .stream()
        .filter(reward -> reward.reasons().stream().anyMatch(RewardReason::isOfGate))
        .map(Reward::id)
        .toList();
  }

  void add(RewardGateAnswer answer) {
    getEntityManager().persist(answer);
  }

  /** The oldest first. */
  List<RewardGateAnswer> gateAnswers(UUID rewardId) {
    return getEntityManager()
        .createQuery(
            "from RewardGateAnswer where rewardId = :id order by id", RewardGateAnswer.class)
        .setParameter("id", rewardId)
        .getResultList();
  }

  void add(RewardCalculation calculation) {
    getEntityManager().persist(calculation);
  }

  /** The oldest first. */
  List<RewardCalculation> calculations(UUID rewardId) {
    return getEntityManager()
        .createQuery(
            "from RewardCalculation where rewardId = :id order by id", RewardCalculation.class)
        .setParameter("id", rewardId)
        .getResultList();
  }
}
