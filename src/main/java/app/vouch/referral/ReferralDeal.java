package app.vouch.referral;

import app.vouch.deal.DealStatus;
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

/**
 * A deal that came of a referral. A link that a person removed is kept, so that no rule remakes it.
 */
@Entity
@Table(name = "referral_deal")
class ReferralDeal extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "referral_id", length = 16, updatable = false)
  private UUID referralId;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "deal_id", length = 16, updatable = false)
  private UUID dealId;

  @Enumerated(EnumType.STRING)
  @Column(name = "rule")
  private LinkRule rule;

  @Enumerated(EnumType.STRING)
  @Column(name = "deal_status")
  private DealStatus dealStatus;

  @Column(name = "linked_at")
  private Instant linkedAt;

  @Column(name = "removed_at")
  private @Nullable Instant removedAt;

  protected ReferralDeal() {}

  ReferralDeal(
      UUID id, UUID referralId, UUID dealId, LinkRule rule, DealStatus dealStatus, Instant now) {
    this.id = id;
    this.referralId = referralId;
    this.dealId = dealId;
    this.rule = rule;
    this.dealStatus = dealStatus;
    this.linkedAt = now;
  }

  void dealIs(DealStatus status) {
    dealStatus = status;
  }

  void remove(Instant now) {
    removedAt = now;
  }

  void restore(LinkRule because, DealStatus status, Instant now) {
    rule = because;
    dealStatus = status;
    linkedAt = now;
    removedAt = null;
  }

  UUID referralId() {
    return referralId;
  }

  UUID dealId() {
    return dealId;
  }

  DealStatus dealStatus() {
    return dealStatus;
  }

  boolean stands() {
    return removedAt == null;
  }
}
