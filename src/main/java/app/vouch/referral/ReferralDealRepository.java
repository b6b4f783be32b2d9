package app.vouch.referral;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Which deals came of which referrals, in the tenant in scope. */
@ApplicationScoped
class ReferralDealRepository implements PanacheRepositoryBase<ReferralDeal, UUID> {

  /** Removed links as well. */
  List<ReferralDeal> allOfDeal(UUID dealId) {
    return list("dealId = ?1 order by referralId", dealId);
  }

  List<ReferralDeal> ofDeal(UUID dealId) {
    return list("dealId = ?1 and removedAt is null order by referralId", dealId);
  }

  /** Of many referrals, the oldest link first. */
  List<ReferralDeal> ofReferrals(Collection<UUID> referralIds) {
    return referralIds.isEmpty()
        ? List.of()
        : list("referralId in ?1 and removedAt is null order by id", referralIds);
  }
}
