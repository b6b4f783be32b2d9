package app.vouch.referral;

import app.vouch.platform.due.Due;
import app.vouch.platform.due.DueRange;
import app.vouch.shared.IdType;
import app.vouch.shared.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Referrals of the tenant in scope. */
@ApplicationScoped
class ReferralRepository implements PanacheRepositoryBase<Referral, UUID> {
  private static final List<ReferralState> HOLDING =
      Arrays.stream(ReferralState.values()).filter(ReferralState::holdsProspect).toList();

  private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

  /** Who holds a prospect. */
  record Holder(UUID id, Instant receivedAt) {}

  /** What decides which guard a referral stands under; it never changes. */
  record Key(String family, byte[] emailKey) {}

  Optional<Referral> locked(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Which referral keeps others of that prospect out, if one does. */
  Optional<Holder> holder(ProspectKey key) {
    return getEntityManager()
        .createQuery(
            """
            select r.id, r.receivedAt from Referral r
            where r.prospect.emailKey = :key and r.family = :family and r.state in :holding
            order by r.id""",
            Holder.class)
        .setParameter("key", key.emailKey())
        .setParameter("family", key.family())
        .setParameter("holding", HOLDING)
        .setMaxResults(1)
        .getResultList()
        .stream()
        .findFirst();
  }

  Optional<ProspectKey> prospectKey(UUID id) {
    return getEntityManager()
        .createQuery(
            "select r.family, r.prospect.emailKey from Referral r where r.id = :id", Key.class)
        .setParameter("id", id)
        .getResultList()
        .stream()
        .findFirst()
        .map(key -> new ProspectKey(key.family(), key.emailKey()));
  }

  /** All referrals of a prospect, locked, the oldest first. */
  List<Referral> lockAll(ProspectKey key) {
    return find(
            "prospect.emailKey = :key and family = :family order by id",
            Map.of("key", key.emailKey(), "family", key.family()))
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** Locked in the order of their ids. */
  List<Referral> lockAll(Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : find("id in :ids order by id", Map.of("ids", ids))
            .withLock(LockModeType.PESSIMISTIC_WRITE)
            .list();
  }

  /**
   * Referrals of those people that still stand, the oldest first.
   *
   * @param by the referral was given by then; null where it does not matter
   */
  List<UUID> holdingOfPeople(Collection<UUID> people, @Nullable Instant by) {
    return people.isEmpty()
        ? List.of()
        : getEntityManager()
            .createQuery(
                """
                select r.id from Referral r
                where r.prospect.personId in :people and r.state in :holding
                  and coalesce(r.occurredAt, r.receivedAt) <= :by
                order by r.id""",
                UUID.class)
            .setParameter("people", people)
            .setParameter("by", by == null ? END_OF_TIME : by)
            .setParameter("holding", HOLDING)
            .getResultList();
  }

  /** The first referral of a person by a referrer that was ever captured. */
  Optional<UUID> earliest(UUID referrerPersonId, UUID prospectPersonId) {
    return getEntityManager()
        .createQuery(
            """
            select r.id from Referral r
            where r.prospect.personId = :prospect and r.referrerPersonId = :referrer
            order by r.id""",
            UUID.class)
        .setParameter("prospect", prospectPersonId)
        .setParameter("referrer", referrerPersonId)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  List<Referral> byIds(Collection<UUID> ids) {
    return ids.isEmpty() ? List.of() : list("id in ?1", ids);
  }

  /**
   * The newest first, one row more than a page holds.
   *
   * @param emailKey of the filter's address
   * @param only the referral that the filter's external reference names
   */
  List<Referral> page(
      PageRequest page, ReferralFilter filter, byte @Nullable [] emailKey, @Nullable UUID only) {
    StringBuilder where = new StringBuilder("id < :after");
    Map<String, Object> parameters = new HashMap<>(Map.of("after", page.after().id()));
    and(where, parameters, "id = :only", "only", only);
    and(where, parameters, "state = :state", "state", filter.state());
    and(
        where,
        parameters,
        "programId = :program",
        "program",
        IdType.PROGRAM.inBodyNullable("/programId", filter.programId()));
    and(
        where,
        parameters,
        "referrerId = :referrer",
        "referrer",
        IdType.REFERRER.inBodyNullable("/referrerId", filter.referrerId()));
    and(where, parameters, "prospect.emailKey = :key", "key", emailKey);
    and(where, parameters, "updatedAt >= :since", "since", filter.updatedSince());
    return find(where.append(" order by id desc").toString(), parameters)
        .range(0, page.limit())
        .list();
  }

  /**
   * Referrals with a due time, the earliest first.
   *
   * @param waiting which ones, as a condition on {@code r}
   * @param at the due time's property
   */
  List<Due> due(String waiting, String at, DueRange range) {
    Map<String, Object> parameters = new HashMap<>();
    String conditions = range.conditions(at, "r.id", parameters);
    TypedQuery<Due> query =
        getEntityManager()
            .createQuery(
                "select r.id, r.id, %s from Referral r where %s and %s order by %s, r.id"
                    .formatted(at, waiting, conditions, at),
                Due.class)
            .setMaxResults(range.limit());
    parameters.forEach(query::setParameter);
    return query.getResultList();
  }

  private static void and(
      StringBuilder where,
      Map<String, Object> parameters,
      String condition,
      String name,
      @Nullable Object value) {
    if (value != null) {
      where.append(" and ").append(condition);
      parameters.put(name, value);
    }
  }

  /** All referrals of a prospect, by every referrer. */
  List<UUID> ofProspect(UUID personId) {
    return ofProspect(personId, List.of(ReferralState.values()));
  }

  /** Those of them that can be withdrawn. */
  List<UUID> withdrawableOf(UUID personId) {
    return ofProspect(
        personId,
        Arrays.stream(ReferralState.values())
            .filter(s -> ReferralLifecycle.TABLE.allowed(s).contains(ReferralAction.WITHDRAW))
            .toList());
  }

  private List<UUID> ofProspect(UUID personId, List<ReferralState> states) {
    return getEntityManager()
        .createQuery(
            """
            select r.id from Referral r
            where r.prospect.personId = :person and r.state in :states order by r.id""",
            UUID.class)
        .setParameter("person", personId)
        .setParameter("states", states)
        .getResultList();
  }

  /** Whether a referral names the person, as its prospect or its referrer. */
  boolean names(UUID personId) {
    return count("prospect.personId = ?1 or referrerPersonId = ?1", personId) > 0;
  }
}
