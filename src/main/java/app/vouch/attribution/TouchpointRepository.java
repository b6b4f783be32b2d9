package app.vouch.attribution;

import app.vouch.shared.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Touchpoints of the tenant in scope. */
@ApplicationScoped
class TouchpointRepository implements PanacheRepositoryBase<Touchpoint, UUID> {

  /** Those of the referrals that count for the deal. */
  List<Touchpoint> forDeal(UUID dealId, Collection<UUID> referralIds) {
    return referralIds.isEmpty()
        ? List.of()
        : list(
            "referralId in ?1 and (dealId is null or dealId = ?2) order by id",
            referralIds,
            dealId);
  }

  /** The newest first, one row more than a page holds. */
  List<Touchpoint> page(PageRequest page, @Nullable UUID referralId) {
    return referralId == null
        ? find("id < :after order by id desc", Map.of("after", page.after().id()))
            .range(0, page.limit())
            .list()
        : find(
                "id < :after and referralId = :referral order by id desc",
                Map.of("after", page.after().id(), "referral", referralId))
            .range(0, page.limit())
            .list();
  }
}
