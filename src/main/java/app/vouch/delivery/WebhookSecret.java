package app.vouch.delivery;

import app.vouch.platform.tenant.TenantOwned;
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
import org.jspecify.annotations.Nullable;

/** A signing secret, sealed under the tenant's key. */
@Entity
@Table(name = "webhook_secret")
class WebhookSecret extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "endpoint_id", length = 16)
  private UUID endpointId;

  @Column(name = "sealed")
  private byte[] sealed;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind")
  private SignatureKind kind;

  @Column(name = "created_at")
  private Instant createdAt;

  /** Null for the current one. */
  @Column(name = "expires_at")
  private @Nullable Instant expiresAt;

  protected WebhookSecret() {}

  WebhookSecret(UUID id, UUID endpointId, SignatureKind kind, byte[] sealed, Instant now) {
    this.id = id;
    this.endpointId = endpointId;
    this.kind = kind;
    this.sealed = sealed.clone();
    this.createdAt = now;
  }

  void replacedUntil(Instant end) {
    if (expiresAt == null || end.isBefore(expiresAt)) {
      expiresAt = end;
    }
  }

  boolean isPast(Instant now) {
    return expiresAt != null && !expiresAt.isAfter(now);
  }
}
