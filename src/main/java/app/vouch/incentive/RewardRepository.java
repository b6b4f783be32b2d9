package app.vouch.incentive;

import app.vouch.incentive.PeriodRoom.Granted;
import app.vouch.program.RewardRule.Kind;
import app.vouch.shared.IdType;
import app.vouch.shared.Money;
import app.vouch.shared.PageRequest;
import app.vouch.shared.Refusal;
import app.vouch.shared.Unit;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
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
  private static final String WAITING_FOR_BUDGET =
      """
      from Reward where programId = :program and state = :pending
        and concat(',', reasons, ',') like '%,BUDGET,%'""";
  private static final String OF_RULE =
      """
      from Reward where programId = :program and ruleId = :rule and payeeId = :payee
        and createdAt > :since and state not in :over""";

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

  List<UUID> idsAvailable(UUID payeeId, Unit currency) {
    return find(
            "select id from Reward where payeeId = ?1 and state = ?2 and currency = ?3 and kind = ?4",
            payeeId,
            RewardState.AVAILABLE,
            currency.code(),
            Kind.MONEY)
        .project(UUID.class)
        .list();
  }

  /** All that was ever granted for it, the oldest first. */
  List<Reward> ofSlot(RewardSlot slot) {
    return list(
        "referralId = ?1 and ruleId = ?2 and beneficiary = ?3 and (period = ?4 or period like ?5)"
            + " order by id",
        slot.referralId(),
        slot.ruleId(),
        slot.beneficiary(),
        slot.period(),
        slot.period() + "+%");
  }

  /** The last one that was granted for it, supplements left out. */
  Optional<Reward> last(RewardSlot slot) {
    return find(
            """
            referralId = ?1 and ruleId = ?2 and beneficiary = ?3 and period = ?4
              and supplements is null
            order by generation desc""",
            slot.referralId(),
            slot.ruleId(),
            slot.beneficiary(),
            slot.period())
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

  /** Of one payee, counting in one currency, granted later than that; what is over is left out. */
  List<Reward> standing(UUID payeeId, Unit currency, Instant since) {
    return find(
            "payeeId = ?1 and (currency = ?2 or worthCurrency = ?2) and createdAt > ?3"
                + " and state not in ?4",
            payeeId,
            currency.code(),
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

  /** Of a program, the oldest first, at most so many. */
  List<UUID> idsWaitingForBudget(UUID programId, int most) {
    return getEntityManager()
        .createQuery("select id " + WAITING_FOR_BUDGET + " order by id", UUID.class)
        .setParameter("program", programId)
        .setParameter("pending", RewardState.PENDING)
        .setMaxResults(most)
        .getResultList();
  }

  /** How many wait for a program's budget in one currency, and their sum in minor units. */
  Object[] waitingForBudget(UUID programId, Unit currency) {
    return getEntityManager()
        .createQuery(
            "select count(*), coalesce(sum(amount), 0) "
                + WAITING_FOR_BUDGET
                + " and currency = :currency",
            Object[].class)
        .setParameter("program", programId)
        .setParameter("pending", RewardState.PENDING)
        .setParameter("currency", currency.code())
        .getSingleResult();
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

  /** Of a rule and a payee, granted later than that; those of one slot are left out. */
  List<Granted> granted(
      UUID programId, String ruleId, UUID payeeId, RewardSlot besides, Instant since) {
    return getEntityManager()
        .createQuery(
            "select createdAt, amount, currency "
                + OF_RULE
                + " and amount is not null and not (referralId = :referral"
                + " and beneficiary = :beneficiary and (period = :period or period like :more))",
            Object[].class)
        .setParameter("program", programId)
        .setParameter("rule", ruleId)
        .setParameter("payee", payeeId)
        .setParameter("since", since)
        .setParameter("over", OVER)
        .setParameter("referral", besides.referralId())
        .setParameter("beneficiary", besides.beneficiary())
        .setParameter("period", besides.period())
        .setParameter("more", besides.period() + "+%")
        .getResultStream()
        .map(row -> new Granted((Instant) row[0], Money.ofMinor((Long) row[1], (String) row[2])))
        .toList();
  }

  /** How many other referrals a rule rewarded a payee for, later than that. */
  int countReferralsBesides(
      Set<UUID> known, UUID programId, String ruleId, UUID payeeId, Instant since) {
    return Math.toIntExact(
        getEntityManager()
            .createQuery(
                "select count(distinct referralId) " + OF_RULE + " and referralId not in :known",
                Long.class)
            .setParameter("program", programId)
            .setParameter("rule", ruleId)
            .setParameter("payee", payeeId)
            .setParameter("since", since)
            .setParameter("over", OVER)
            .setParameter("known", known)
            .getSingleResult());
  }

  /**
   * What the deals of other referrals are worth that a rule rewarded a payee for, later than that,
   * in minor units of the program's currency.
   */
  long sumOfDealsBesides(
      Set<UUID> known, UUID programId, String ruleId, UUID payeeId, Instant since) {
    return getEntityManager()
        .createQuery(
            "select coalesce(sum(dealWorth), 0) "
                + OF_RULE
                + " and referralId not in :known and supplements is null",
            Long.class)
        .setParameter("program", programId)
        .setParameter("rule", ruleId)
        .setParameter("payee", payeeId)
        .setParameter("since", since)
        .setParameter("over", OVER)
        .setParameter("known", known)
        .getSingleResult();
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
