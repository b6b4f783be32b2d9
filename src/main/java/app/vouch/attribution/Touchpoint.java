package app.vouch.attribution;

import app.vouch.attribution.AttributionInputs.Touch;
import app.vouch.platform.tenant.TenantOwned;
import app.vouch.program.EvidenceSource;
import app.vouch.shared.IdType;
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

/** One dated piece of evidence; never changed. */
@Entity
@Table(name = "touchpoint")
class Touchpoint extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "referral_id", length = 16)
  private UUID referralId;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "deal_id", length = 16)
  private @Nullable UUID dealId;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "referrer_id", length = 16)
  private UUID referrerId;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "introduction_id", length = 16)
  private @Nullable UUID introductionId;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(name = "source")
  private EvidenceSource source;

  @Column(name = "occurred_at")
  private Instant occurredAt;

  @Column(name = "evidence")
  private @Nullable String evidence;

  @Column(name = "created_at")
  private Instant createdAt;

  protected Touchpoint() {}

  Touchpoint(UUID id, Evidence from, EvidenceSource source, Instant occurredAt, Instant now) {
    this.id = id;
    this.referralId = from.referralId();
    this.referrerId = from.referrerId();
    this.dealId = from.dealId();
    this.introductionId = from.introductionId();
    this.evidence = from.text();
    this.source = source;
    this.occurredAt = occurredAt;
    this.createdAt = now;
  }

  /** What a touchpoint is made of. */
  record Evidence(
      UUID referralId,
      UUID referrerId,
      @Nullable UUID dealId,
      @Nullable UUID introductionId,
      @Nullable String text) {}

  UUID id() {
    return id;
  }

  Touch touch() {
    return new Touch(
        IdType.TOUCHPOINT.format(id), IdType.REFERRAL.format(referralId), source, occurredAt);
  }

  TouchpointView view() {
    return new TouchpointView(
        IdType.TOUCHPOINT.format(id),
        IdType.REFERRAL.format(referralId),
        IdType.DEAL.formatNullable(dealId),
        IdType.REFERRER.format(referrerId),
        IdType.INTRODUCTION.formatNullable(introductionId),
        source,
        occurredAt,
        evidence,
        createdAt);
  }
}
