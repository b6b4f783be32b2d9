package app.vouch.incentive.recognition;

import app.vouch.platform.tenant.TenantOwned;
import app.vouch.shared.IdType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** That a referrer went from one tier to another. Append-only. */
@Entity
@Immutable
@Table(name = "tier_change")
class TierChange extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "referrer_id", length = 16)
  private UUID referrerId;

  @Column(name = "from_tier")
  private int fromTier;

  @Column(name = "to_tier")
  private int toTier;

  @Column(name = "counted")
  private int counted;

  @Column(name = "changed_at")
  private Instant changedAt;

  protected TierChange() {}

  TierChange(UUID id, UUID referrerId, int fromTier, int toTier, int counted, Instant now) {
    this.id = id;
    this.referrerId = referrerId;
    this.fromTier = fromTier;
    this.toTier = toTier;
    this.counted = counted;
    this.changedAt = now;
  }

  UUID id() {
    return id;
  }

  TierChangeView view() {
    return new TierChangeView(
        IdType.TIER_CHANGE.format(id),
        IdType.REFERRER.format(referrerId),
        fromTier,
        toTier,
        counted,
        changedAt);
  }
}
