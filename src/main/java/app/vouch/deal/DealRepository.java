package app.vouch.deal;

import app.vouch.shared.PageRequest;
import app.vouch.shared.Uuid7;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deals of the tenant in scope, with their people and their history. */
@ApplicationScoped
class DealRepository implements PanacheRepositoryBase<Deal, UUID> {
  private final Uuid7 ids;

  DealRepository(Uuid7 ids) {
    this.ids = ids;
  }

  /** The newest first, one row more than a page holds. */
  List<Deal> page(
      PageRequest page,
      @Nullable DealStatus status,
      @Nullable UUID organizationId,
      @Nullable UUID id) {
    StringBuilder where = new StringBuilder("id < :after");
    Map<String, Object> values = new HashMap<>(Map.of("after", page.after().id()));
    if (status != null) {
      where.append(" and status = :status");
      values.put("status", status);
    }
    if (organizationId != null) {
      where.append(" and organizationId = :organization");
      values.put("organization", organizationId);
    }
    if (id != null) {
      where.append(" and id = :id");
      values.put("id", id);
    }
    return find(where + " order by id desc", values).range(0, page.limit()).list();
  }

  /** Won from one time until before another, the earliest first, those after a place in it. */
  List<Deal> won(Instant since, UUID after, Instant until, int limit) {
    return find(
            """
            status = :won and closedAt < :until
              and (closedAt > :since or closedAt = :since and id > :after)
            order by closedAt, id""",
            Map.of("won", DealStatus.WON, "until", until, "since", since, "after", after))
        .range(0, limit - 1)
        .list();
  }

  List<Deal> byIds(Collection<UUID> wanted) {
    return wanted.isEmpty() ? List.of() : list("id in ?1", wanted);
  }

  List<UUID> peopleOf(UUID dealId) {
    return peopleOf(List.of(dealId)).getOrDefault(dealId, List.of());
  }

  /** One query for many deals. */
  Map<UUID, List<UUID>> peopleOf(Collection<UUID> dealIds) {
    Map<UUID, List<UUID>> people = new LinkedHashMap<>();
    if (!dealIds.isEmpty()) {
      getEntityManager()
          .createQuery("from DealPerson where dealId in :ids order by id", DealPerson.class)
          .setParameter("ids", dealIds)
          .getResultList()
          .forEach(
              row ->
                  people
                      .computeIfAbsent(row.dealId(), id -> new ArrayList<>())
                      .add(row.personId()));
    }
    return people;
  }

  /** Puts the people of a deal in place of those that it had. */
  void replacePeople(UUID dealId, List<UUID> before, List<UUID> after) {
    if (before.equals(after)) {
      return;
    }
    if (!before.isEmpty()) {
      getEntityManager()
          .createQuery("delete from DealPerson where dealId = :id")
          .setParameter("id", dealId)
          .executeUpdate();
    }
    after.forEach(person -> getEntityManager().persist(new DealPerson(ids.next(), dealId, person)));
  }

  void keep(DealChange change) {
    getEntityManager().persist(change);
  }

  /** The newest first, one row more than a page holds. */
  List<DealChange> changes(UUID dealId, PageRequest page) {
    return getEntityManager()
        .createQuery(
            "from DealChange where dealId = :deal and id < :after order by id desc",
            DealChange.class)
        .setParameter("deal", dealId)
        .setParameter("after", page.after().id())
        .setMaxResults(page.limit() + 1)
        .getResultList();
  }

  /** Whether a deal names the person. */
  boolean names(UUID personId) {
    return count("from DealPerson p where p.personId = ?1", personId) > 0;
  }
}
