package app.vouch.program;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What referrers accepted, of the tenant in scope. */
@ApplicationScoped
class TermsAcceptanceRepository implements PanacheRepositoryBase<TermsAcceptance, UUID> {
  private static final int MOST = 100;

  /** The newest first. */
  List<TermsAcceptance> of(UUID referrerId) {
    return find("referrerId = ?1 order by id desc", referrerId).range(0, MOST - 1).list();
  }

  boolean exists(UUID referrerId, String termsVersion) {
    return count("referrerId = ?1 and termsVersion = ?2", referrerId, termsVersion) > 0;
  }
}
