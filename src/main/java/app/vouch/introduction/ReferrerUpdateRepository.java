package app.vouch.introduction;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** News for referrers, of the tenant in scope. */
@ApplicationScoped
class ReferrerUpdateRepository implements PanacheRepositoryBase<ReferrerUpdate, UUID> {}
