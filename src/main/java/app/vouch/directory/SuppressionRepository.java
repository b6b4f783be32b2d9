package app.vouch.directory;

import app.vouch.shared.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Suppressions of the tenant in scope, and which of them were lifted. */
@ApplicationScoped
class SuppressionRepository implements PanacheRepositoryBase<Suppression, UUID> {
  private static final String COUNTS =
      " not exists (select 1 from SuppressionLift l where l.suppressionId = s.id)";

  /** Those of the people whose address is suppressed now, or who were erased. */
  List<UUID> suppressedAmong(Collection<UUID> personIds) {
    return personIds.isEmpty()
        ? List.of()
        : getEntityManager()
            .createQuery(
                "select p.id from Person p where p.id in :people and (p.name like '"
                    + Tombstone.PREFIX
                    + "%' or exists"
                    + " (select 1 from Suppression s where s.emailKey = p.emailKey and"
                    + COUNTS
                    + "))",
                UUID.class)
            .setParameter("people", personIds)
            .getResultList();
  }

  /** Whether an address is suppressed now. */
  boolean covers(byte[] emailKey) {
    return count("from Suppression s where s.emailKey = ?1 and" + COUNTS, (Object) emailKey) > 0;
  }

  /** The keys of people who have one. */
  List<byte[]> emailKeys(Collection<UUID> personIds) {
    return getEntityManager()
        .createQuery(
            "select p.emailKey from Person p where p.id in :people and p.emailKey is not null",
            byte[].class)
        .setParameter("people", personIds)
        .getResultList();
  }

  /** What callers said of an address, for that reason, if it counts still. */
  Optional<Suppression> standing(byte[] emailKey, SuppressionReason reason) {
    return find(
            "from Suppression s where s.emailKey = ?1 and s.reason = ?2 and s.source = ?3 and"
                + COUNTS
                + " order by s.id",
            emailKey,
            reason,
            SuppressionSource.API)
        .firstResultOptional();
  }

  /** What was done with an opt-out link, the newest first. */
  List<Suppression> ofLink(UUID linkId) {
    return list("linkId = ?1 order by id desc", linkId);
  }

  /** The newest first, one row more than a page holds. */
  List<Suppression> page(PageRequest page, byte @Nullable [] emailKey, @Nullable Boolean active) {
    StringBuilder where = new StringBuilder("from Suppression s where s.id < :after");
    Map<String, Object> parameters = new HashMap<>(Map.of("after", page.after().id()));
    if (emailKey != null) {
      where.append(" and s.emailKey = :emailKey");
      parameters.put("emailKey", emailKey);
    }
    if (active != null) {
      where.append(active ? " and" : " and not").append(COUNTS);
    }
    return find(where.append(" order by s.id desc").toString(), parameters)
        .range(0, page.limit())
        .list();
  }

  /** By suppression; one that still counts is left out. */
  Map<UUID, SuppressionLift> lifts(Collection<Suppression> suppressions) {
    return suppressions.isEmpty()
        ? Map.of()
        : getEntityManager()
            .createQuery("from SuppressionLift where suppressionId in :ids", SuppressionLift.class)
            .setParameter("ids", suppressions.stream().map(Suppression::id).toList())
            .getResultList()
            .stream()
            .collect(Collectors.toMap(SuppressionLift::suppressionId, Function.identity()));
  }

  void persist(SuppressionLift lift) {
    getEntityManager().persist(lift);
  }
}
