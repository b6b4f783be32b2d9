package app.vouch.incentive;

import app.vouch.platform.access.Actor;
import app.vouch.platform.tenant.TenantOwned;
import app.vouch.shared.IdType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** That a payee has handed in or declared something; the paper itself is kept elsewhere. */
@Entity
@Table(name = "payee_document")
class PayeeDocument extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "payee_id", length = 16)
  private UUID payeeId;

  @Column(name = "kind")
  private String kind;

  @Column(name = "reference")
  private String reference;

  @Column(name = "valid_from")
  private Instant validFrom;

  @Column(name = "expires_at")
  private @Nullable Instant expiresAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "recorded_type")
  private Actor.Type recordedType;

  @Column(name = "recorded_id")
  private String recordedId;

  @Column(name = "recorded_name")
  private @Nullable String recordedName;

  @Column(name = "revoked_at")
  private @Nullable Instant revokedAt;

  @Column(name = "revoke_reason")
  private @Nullable String revokeReason;

  @Version
  @Column(name = "version")
  private int version;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected PayeeDocument() {}

  PayeeDocument(UUID id, UUID payeeId, RecordPayeeDocument said, Actor by, Instant now) {
    this.id = id;
    this.payeeId = payeeId;
    this.kind = said.kind();
    this.reference = said.reference().strip();
    this.validFrom = said.validFrom() == null ? now : said.validFrom();
    this.expiresAt = said.expiresAt();
    this.recordedType = by.type();
    this.recordedId = by.id();
    this.recordedName = by.name();
    this.version = 1;
    this.createdAt = now;
    this.updatedAt = now;
  }

  void revoke(String reason, Instant now) {
    revokedAt = now;
    revokeReason = reason;
    updatedAt = now;
  }

  UUID id() {
    return id;
  }

  String publicId() {
    return IdType.PAYEE_DOCUMENT.format(id);
  }

  UUID payeeId() {
    return payeeId;
  }

  Instant validFrom() {
    return validFrom;
  }

  @Nullable Instant expiresAt() {
    return expiresAt;
  }

  boolean isRevoked() {
    return revokedAt != null;
  }

  PayeeDocumentView view() {
    return new PayeeDocumentView(
        publicId(),
        IdType.PERSON.format(payeeId),
        kind,
        reference,
        validFrom,
        expiresAt,
        new Actor(recordedType, recordedId, recordedName),
        revokedAt,
        revokeReason,
        version,
        createdAt,
        updatedAt);
  }
}
