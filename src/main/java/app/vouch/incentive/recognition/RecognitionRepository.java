package app.vouch.incentive.recognition;

import app.vouch.platform.access.RequestContext;
import app.vouch.platform.persistence.Sql;
import app.vouch.shared.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Recognition of the tenant's referrers. */
@ApplicationScoped
class RecognitionRepository implements PanacheRepositoryBase<Recognition, UUID> {
  private static final String MAKE =
      """
      insert into recognition (referrer_id, tenant_id, program_id, tier, counted, hidden, version,
        updated_at) values (?, ?, ?, 0, 0, false, 1, ?)
      on duplicate key update tier = tier""";

  private final Sql sql;
  private final RequestContext request;

  RecognitionRepository(Sql sql, RequestContext request) {
    this.sql = sql;
    this.request = request;
  }

  /** Locks a referrer's row, which is made where there is none. */
  Recognition lock(UUID referrerId, UUID programId, Instant now) {
    Recognition known = findById(referrerId, LockModeType.PESSIMISTIC_WRITE);
    if (known == null) {
      sql.update(MAKE, referrerId, request.tenantId(), programId, now);
      known = findById(referrerId, LockModeType.PESSIMISTIC_WRITE);
    }
    return Objects.requireNonNull(known);
  }

  /** From the first, or after one, in the order of their ids. */
  List<UUID> ofProgram(UUID programId, @Nullable UUID after, int most) {
    return getEntityManager()
        .createQuery(
            "select referrerId from Recognition where programId = :program"
                + " and (:after is null or referrerId > :after) order by referrerId",
            UUID.class)
        .setParameter("program", programId)
        .setParameter("after", after)
        .setMaxResults(most)
        .getResultList();
  }

  /** When a referral was won; null for won no more. */
  void win(UUID referralId, UUID referrerId, UUID programId, @Nullable Instant since) {
    RecognizedWin known = getEntityManager().find(RecognizedWin.class, referralId);
    if (known == null) {
      known = new RecognizedWin(referralId, referrerId, programId);
      known.wonAt(since);
      getEntityManager().persist(known);
    } else {
      known.wonAt(since);
    }
    flush();
  }

  int countWins(UUID referrerId, Instant since) {
    return Math.toIntExact(
        getEntityManager()
            .createQuery(
                "select count(*) from RecognizedWin where referrerId = :referrer and wonAt > :since",
                Long.class)
            .setParameter("referrer", referrerId)
            .setParameter("since", since)
            .getSingleResult());
  }

  /** How many referrers are in each tier that has one. */
  Map<Integer, Long> countByTier(UUID programId) {
    return getEntityManager()
        .createQuery(
            "select tier, count(*) from Recognition where programId = :program and tier > 0"
                + " group by tier",
            Object[].class)
        .setParameter("program", programId)
        .getResultStream()
        .collect(Collectors.toMap(row -> (Integer) row[0], row -> (Long) row[1]));
  }

  /** Somebody who is named on leaderboards, and how many of their referrals were won. */
  record Leader(UUID referrerId, int won, int tier) {}

  /** Who has most first, then in the order of their ids; from one time on, and before the other. */
  List<Leader> leaders(UUID programId, Instant from, Instant to, int most) {
    return getEntityManager()
        .createQuery(
            """
            select r.referrerId, count(*), r.tier from RecognizedWin w, Recognition r
            where r.referrerId = w.referrerId and not r.hidden and w.programId = :program
              and w.wonAt >= :from and w.wonAt < :to
            group by r.referrerId, r.tier order by count(*) desc, r.referrerId""",
            Object[].class)
        .setParameter("program", programId)
        .setParameter("from", from)
        .setParameter("to", to)
        .setMaxResults(most)
        .getResultStream()
        .map(row -> new Leader((UUID) row[0], Math.toIntExact((Long) row[1]), (Integer) row[2]))
        .toList();
  }

  void add(TierChange change) {
    getEntityManager().persist(change);
  }

  /** The newest first, one row more than a page holds. */
  List<TierChange> changes(UUID referrerId, PageRequest page) {
    return getEntityManager()
        .createQuery(
            "from TierChange where referrerId = :referrer and id < :after order by id desc",
            TierChange.class)
        .setParameter("referrer", referrerId)
        .setParameter("after", page.after().id())
        .setMaxResults(page.limit() + 1)
        .getResultList();
  }
}
