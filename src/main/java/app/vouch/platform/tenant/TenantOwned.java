package app.vouch.platform.tenant;

import io.quarkus.arc.Arc;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PrePersist;
import java.util.UUID;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.ParamDef;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to a tenant. Every query and every load by id is filtered by the tenant in scope;
 * native queries are not and name the tenant themselves.
 */
@MappedSuperclass
@FilterDef(
    name = "tenant",
    defaultCondition = "tenant_id = :tenantRef",
    autoEnabled = true,
    applyToLoadByKey = true,
    parameters = @ParamDef(name = "tenantRef", type = UUID.class, resolver = CurrentTenant.class))
@Filter(name = "tenant")
public abstract class TenantOwned {
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "tenant_id", length = 16, nullable = false, updatable = false)
  private @Nullable UUID tenantId;

  @PrePersist
  void own() {
    UUID current = Arc.container().instance(CurrentTenant.class).get().get();
    if (tenantId != null && !tenantId.equals(current)) {
      throw new IllegalStateException("the row belongs to another tenant than the one in scope");
    }
    tenantId = current;
  }
}
