package app.vouch.introduction;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Referrals that wait for a connector's yes, of the tenant in scope. */
@ApplicationScoped
class PendingReferralRepository implements PanacheRepositoryBase<PendingReferral, UUID> {

  /** Those of a prospect, the oldest first. */
  List<PendingReferral> of(UUID prospectPersonId) {
    return list(
        "from PendingReferral p where p.introductionId in (select i.id from Introduction i where i.prospectPersonId = ?1) order by p.introductionId",
        prospectPersonId);
  }
}
