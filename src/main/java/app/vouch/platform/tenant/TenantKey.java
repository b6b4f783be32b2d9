package app.vouch.platform.tenant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A tenant's data key, wrapped by the key that the configuration names. */
@Entity
@Table(name = "tenant_key")
class TenantKey {
  /** What a data key is for; each purpose has its own, so that none can be used for another. */
  enum Purpose {
    ENCRYPT,
    EMAIL,
    NONCE,
    LEDGER
  }

  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "tenant_id", length = 16)
  private UUID tenantId;

  @Enumerated(EnumType.STRING)
  @Column(name = "purpose")
  private Purpose purpose;

  /** Which configured key wraps it. */
  @Column(name = "wrapped_by")
  private String wrappedBy;

  @Column(name = "wrapped")
  private byte[] wrapped;

  protected TenantKey() {}

  TenantKey(UUID id, UUID tenantId, Purpose purpose, String wrappedBy, byte[] wrapped) {
    this.id = id;
    this.tenantId = tenantId;
    this.purpose = purpose;
    this.wrappedBy = wrappedBy;
    this.wrapped = wrapped.clone();
  }

  Purpose purpose() {
    return purpose;
  }

  String wrappedBy() {
    return wrappedBy;
  }

  byte[] wrapped() {
    return wrapped.clone();
  }
}
