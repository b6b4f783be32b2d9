package app.vouch.platform.tenant;

import app.vouch.platform.access.Mode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One realm of a tenant: every row of every table points at a realm. */
@Entity
@Table(name = "tenant")
class Tenant {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @Column(name = "name")
  private String name;

  @Enumerated(EnumType.STRING)
  @Column(name = "mode")
  private Mode mode;

  /** The same tenant's other realm. */
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "pair_id", length = 16)
  private UUID pairId;

  @Column(name = "created_at")
  private Instant createdAt;

  protected Tenant() {}

  Tenant(UUID id, String name, Mode mode, UUID pairId, Instant createdAt) {
    this.id = id;
    this.name = name;
    this.mode = mode;
    this.pairId = pairId;
    this.createdAt = createdAt;
  }

  UUID id() {
    return id;
  }

  String name() {
    return name;
  }

  Mode mode() {
    return mode;
  }

  UUID pairId() {
    return pairId;
  }

  Instant createdAt() {
    return createdAt;
  }
}
