package app.vouch.platform.work;

import app.vouch.platform.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Who changed what, when, with which request. Append-only. */
@Entity
@Table(name = "audit_record")
class AuditRecord extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @Column(name = "operation")
  private String operation;

  @Column(name = "resource_id")
  private @Nullable String resourceId;

  @Column(name = "actor_type")
  private String actorType;

  @Column(name = "actor_id")
  private String actorId;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "key_id", length = 16)
  private @Nullable UUID keyId;

  @Column(name = "request_id")
  private String requestId;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  /** JSON: resource id → field → [before, after]. */
  @Column(name = "changes")
  private @Nullable String changes;

  protected AuditRecord() {}

  AuditRecord(
      UUID id,
      String operation,
      @Nullable String resourceId,
      String actorType,
      String actorId,
      @Nullable UUID keyId,
      String requestId,
      Instant recordedAt,
      @Nullable String changes) {
    this.id = id;
    this.operation = operation;
    this.resourceId = resourceId;
    this.actorType = actorType;
    this.actorId = actorId;
    this.keyId = keyId;
    this.requestId = requestId;
    this.recordedAt = recordedAt;
    this.changes = changes;
  }

  UUID id() {
    return id;
  }

  String operation() {
    return operation;
  }

  @Nullable String resourceId() {
    return resourceId;
  }

  String actorType() {
    return actorType;
  }

  String actorId() {
    return actorId;
  }

  @Nullable UUID keyId() {
    return keyId;
  }

  String requestId() {
    return requestId;
  }

  Instant recordedAt() {
    return recordedAt;
  }

  @Nullable String changes() {
    return changes;
  }
}
