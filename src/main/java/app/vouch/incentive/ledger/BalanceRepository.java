package app.vouch.incentive.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** How the accounts of the tenant in scope stood, each answer in one statement. */
@ApplicationScoped
class BalanceRepository {
  private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

  private final EntityManager entities;

  BalanceRepository(EntityManager entities) {
    this.entities = entities;
  }

  /** Accounts without an entry until then are not in it. */
  Map<UUID, Counters> counters(Collection<UUID> accounts, AsOf moment) {
    if (accounts.isEmpty()) {
      return Map.of();
    }
    Instant effective = moment.effective();
    return effective == null
        ? afterLastLegs(accounts, moment.recorded())
        : sumsOfLegs(accounts, moment.recorded(), effective);
  }

  private Map<UUID, Counters> afterLastLegs(Collection<UUID> accounts, Instant recorded) {
    return entities
        .createQuery(
            """
            from LedgerLeg l where l.accountId in :ids and l.accountLeg =
              (select max(m.accountLeg) from LedgerLeg m
               where m.accountId = l.accountId and m.recordedAt <= :recorded)""",
            LedgerLeg.class)
        .setParameter("ids", accounts)
        .setParameter("recorded", recorded)
        .getResultList()
        .stream()
        .collect(Collectors.toMap(LedgerLeg::accountId, LedgerLeg::after));
  }

  private Map<UUID, Counters> sumsOfLegs(
      Collection<UUID> accounts, Instant recorded, Instant effective) {
    return entities
        .createQuery(
            """
            select l.accountId,
              sum(case when l.side <> :debit then 0L
                when e.kind = :pending then l.amount else -l.released end),
              sum(case when l.side = :debit then 0L
                when e.kind = :pending then l.amount else -l.released end),
              sum(case when l.side = :debit and e.kind = :posted then l.amount else 0L end),
              sum(case when l.side <> :debit and e.kind = :posted then l.amount else 0L end)
            from LedgerLeg l join LedgerEntry e on e.id = l.entryId
            where l.accountId in :ids and l.recordedAt <= :recorded and e.effectiveAt <= :effective
            group by l.accountId""",
            Object[].class)
        .setParameter("ids", accounts)
        .setParameter("debit", Side.DEBIT)
        .setParameter("pending", EntryKind.PENDING)
        .setParameter("posted", EntryKind.POSTED)
        .setParameter("recorded", recorded)
        .setParameter("effective", effective)
        .getResultList()
        .stream()
        .collect(
            Collectors.toMap(
                row -> (UUID) row[0],
                row -> new Counters((Long) row[1], (Long) row[2], (Long) row[3], (Long) row[4])));
  }

  /** What is posted now: kind, currency, sum of debits, sum of credits. */
  List<Object[]> sums() {
    return entities
        .createQuery(
            """
            select a.kind, a.currency, sum(cast(a.debitsPosted as BigDecimal)),
              sum(cast(a.creditsPosted as BigDecimal))
            from LedgerAccount a group by a.kind, a.currency""",
            Object[].class)
        .getResultList();
  }

  /** What was posted at a moment: kind, currency, sum of debits, sum of credits. */
  List<Object[]> sums(AsOf moment) {
    Instant effective = moment.effective();
    return entities
        .createQuery(
            """
            select a.kind, a.currency,
              sum(case when l.side = :debit then cast(l.amount as BigDecimal)
                else cast(0 as BigDecimal) end),
              sum(case when l.side = :debit then cast(0 as BigDecimal)
                else cast(l.amount as BigDecimal) end)
            from LedgerLeg l join LedgerEntry e on e.id = l.entryId
              join LedgerAccount a on a.id = l.accountId
            where e.kind = :posted and l.recordedAt <= :recorded and e.effectiveAt <= :effective
            group by a.kind, a.currency""",
            Object[].class)
        .setParameter("debit", Side.DEBIT)
        .setParameter("posted", EntryKind.POSTED)
        .setParameter("recorded", moment.recorded())
        .setParameter("effective", effective == null ? END_OF_TIME : effective)
        .getResultList();
  }
}
