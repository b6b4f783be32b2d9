package app.vouch.attribution;

import app.vouch.platform.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A deal's attribution; its version names the result that stands. */
@Entity
@Table(name = "attribution")
class Attribution extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "deal_id", length = 16)
  private UUID dealId;

  @Version
  @Column(name = "version")
  private int version;

  @Column(name = "computed_at")
  private Instant computedAt;

  protected Attribution() {}

  Attribution(UUID id, UUID dealId, Instant now) {
    this.id = id;
    this.dealId = dealId;
    this.version = 1;
    this.computedAt = now;
  }

  void revised(Instant now) {
    computedAt = now;
  }

  UUID id() {
    return id;
  }

  UUID dealId() {
    return dealId;
  }

  int version() {
    return version;
  }
}
