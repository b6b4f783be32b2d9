package app.vouch.program;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What referrers of the tenant in scope set for themselves. */
@ApplicationScoped
class ReferrerProtectionRepository implements PanacheRepositoryBase<ReferrerProtection, UUID> {}
