package app.vouch.incentive.recognition;

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

/** Which tier a referrer is in, and whether others see it. */
@Entity
@Table(name = "recognition")
class Recognition extends TenantOwned {
  /** The referrer's. */
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "referrer_id", length = 16)
  private UUID referrerId;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "program_id", length = 16)
  private UUID programId;

  /** 0 for none, 1 for the lowest. */
  @Column(name = "tier")
  private int tier;

  /** Won referrals in the window, when it was last counted. */
  @Column(name = "counted")
  private int counted;

  @Column(name = "hidden")
  private boolean hidden;

  @Version
  @Column(name = "version")
  private int version;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected Recognition() {}

  Recognition(UUID referrerId, UUID programId, Instant now) {
    this.referrerId = referrerId;
    this.programId = programId;
    this.version = 1;
    this.updatedAt = now;
  }

  void reach(int newTier, int newCount, Instant now) {
    if (tier != newTier || counted != newCount) {
      tier = newTier;
      counted = newCount;
      updatedAt = now;
    }
  }

  void hide(boolean fromOthers, Instant now) {
    if (hidden != fromOthers) {
      hidden = fromOthers;
      updatedAt = now;
    }
  }

  UUID referrerId() {
    return referrerId;
  }

  int tier() {
    return tier;
  }

  int counted() {
    return counted;
  }

  boolean hidden() {
    return hidden;
  }

  int version() {
    return version;
  }

  Instant updatedAt() {
    return updatedAt;
  }
}
