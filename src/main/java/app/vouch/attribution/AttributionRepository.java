package app.vouch.attribution;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Attributions of the tenant in scope, with every version and its credits. */
@ApplicationScoped
class AttributionRepository implements PanacheRepositoryBase<Attribution, UUID> {

  /** The deal's attribution, held until the transaction ends. */
  Optional<Attribution> hold(UUID dealId) {
    return find("dealId", dealId).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }

  void keep(FrozenAttribution result, List<Credit> credits) {
    getEntityManager().persist(result);
    credits.forEach(getEntityManager()::persist);
  }

  Optional<FrozenAttribution> version(UUID attributionId, int version) {
    return getEntityManager()
        .createQuery(
            "from FrozenAttribution where attributionId = :id and version = :version",
            FrozenAttribution.class)
        .setParameter("id", attributionId)
        .setParameter("version", version)
        .getResultList()
        .stream()
        .findFirst();
  }

  /** The versions that stand. */
  List<FrozenAttribution> standing(Collection<UUID> ids) {
    return standing("a.id in :ids", ids);
  }

  /** The versions that stand, of those deals. */
  List<FrozenAttribution> standingOf(Collection<UUID> dealIds) {
    return standing("a.dealId in :ids", dealIds);
  }

  private List<FrozenAttribution> standing(String which, Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : getEntityManager()
            .createQuery(
                """
                select f from FrozenAttribution f join Attribution a
                on a.id = f.attributionId and a.version = f.version where\s"""
                    + which,
                FrozenAttribution.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  /** A deal's versions, the newest first, one row more than a page holds. */
  List<FrozenAttribution> versions(UUID dealId, int before, int limit) {
    return getEntityManager()
        .createQuery(
            "from FrozenAttribution where dealId = :deal and version < :before order by version desc",
            FrozenAttribution.class)
        .setParameter("deal", dealId)
        .setParameter("before", before)
        .setMaxResults(limit + 1)
        .getResultList();
  }

  /** Deals of which a referral has a credit that stands, the first attributed first. */
  List<UUID> dealsCrediting(UUID referralId) {
    return getEntityManager()
        .createQuery(
            """
            select a.dealId from Attribution a where exists (
              select 1 from Credit c where c.referralId = :referral
              and c.attributionId = a.id and c.attributionVersion = a.version)
            order by a.id""",
            UUID.class)
        .setParameter("referral", referralId)
        .getResultList();
  }

  /** The credits of many versions, in one query. */
  List<Credit> creditsOf(Collection<FrozenAttribution> results) {
    return results.isEmpty()
        ? List.of()
        : getEntityManager()
            .createQuery(
                """
                from Credit where attributionId in :ids and attributionVersion in :versions
                order by id""",
                Credit.class)
            .setParameter(
                "ids", results.stream().map(FrozenAttribution::attributionId).distinct().toList())
            .setParameter(
                "versions", results.stream().map(FrozenAttribution::version).distinct().toList())
            .getResultList();
  }
}
