package app.vouch.incentive.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What moved on the accounts of one owner, in the order of recording. */
@ApplicationScoped
class StatementRepository {
  private final EntityManager entities;

  StatementRepository(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * A place between two legs: after those that were recorded before, and of those at the same time
   * after this one.
   */
  record Place(Instant recordedAt, UUID leg) {
    static Place before(Instant moment) {
      return new Place(moment, new UUID(0, 0));
    }
  }

  /** A leg that moved money, and its entry. */
  record Line(LedgerLeg leg, LedgerEntry entry) {}

  List<UUID> accounts(StatementRange range) {
    return entities
        .createQuery(
            "select id from LedgerAccount where code in :codes and currency = :currency",
            UUID.class)
        .setParameter(
            "codes",
            List.of(
                new AccountCode(AccountKind.PAYABLE, range.owner()).text(),
                new AccountCode(AccountKind.RECEIVABLE, range.owner()).text()))
        .setParameter("currency", range.currency().code())
        .getResultList();
  }

  Optional<Place> place(List<UUID> accounts, UUID leg) {
    return Optional.ofNullable(entities.find(LedgerLeg.class, leg))
        .filter(found -> accounts.contains(found.accountId()))
        .map(found -> new Place(found.recordedAt(), found.id()));
  }

  /** What is owed at a place, in minor units. */
  long owed(List<UUID> accounts, Place place) {
    if (accounts.isEmpty()) {
      return 0;
    }
    Long owed =
        entities
            .createQuery(
                """
                select sum(case when l.side = :credit then l.amount else -l.amount end)
                from LedgerLeg l join LedgerEntry e on e.id = l.entryId
                where l.accountId in :accounts and e.kind = :posted
                  and (l.recordedAt < :at or (l.recordedAt = :at and l.id <= :leg))""",
                Long.class)
            .setParameter("credit", Side.CREDIT)
            .setParameter("accounts", accounts)
            .setParameter("posted", EntryKind.POSTED)
            .setParameter("at", place.recordedAt())
            .setParameter("leg", place.leg())
            .getSingleResult();
    return owed == null ? 0 : owed;
  }

  List<Line> lines(List<UUID> accounts, Place after, Instant end, int atMost) {
    return accounts.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                """
                select l, e from LedgerLeg l join LedgerEntry e on e.id = l.entryId
                where l.accountId in :accounts and e.kind = :posted
                  and (l.recordedAt > :at or (l.recordedAt = :at and l.id > :leg))
                  and l.recordedAt < :end
                order by l.recordedAt, l.id""",
                Object[].class)
            .setParameter("accounts", accounts)
            .setParameter("posted", EntryKind.POSTED)
            .setParameter("at", after.recordedAt())
            .setParameter("leg", after.leg())
            .setParameter("end", end)
            .setMaxResults(atMost)
            .getResultList()
            .stream()
            .map(row -> new Line((LedgerLeg) row[0], (LedgerEntry) row[1]))
            .toList();
  }
}
