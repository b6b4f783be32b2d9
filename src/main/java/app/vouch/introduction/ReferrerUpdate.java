package app.vouch.introduction;

import app.vouch.platform.tenant.TenantOwned;
import app.vouch.referral.ReferralFacts;
import app.vouch.referral.ReferralState;
import app.vouch.shared.IdType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** News for a referrer that somebody should send. Its text is made when it is rendered. */
@Entity
@Table(name = "referrer_update")
class ReferrerUpdate extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "referral_id", length = 16)
  private UUID referralId;

  /** The news; another state makes it stale. */
  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(name = "state")
  private ReferralState state;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "recipient_person_id", length = 16)
  private UUID recipientPersonId;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "created_at")
  private Instant createdAt;

  protected ReferrerUpdate() {}

  ReferrerUpdate(UUID id, ReferralFacts referral, Instant expiresAt, Instant now) {
    this.id = id;
    this.referralId = referral.id();
    this.state = referral.state();
    this.recipientPersonId = referral.referrerPersonId();
    this.expiresAt = expiresAt;
    this.createdAt = now;
  }

  UUID id() {
    return id;
  }

  UUID referralId() {
    return referralId;
  }

  Instant expiresAt() {
    return expiresAt;
  }

  boolean isSendable(ReferralFacts referral, Instant now) {
    return state == referral.state() && now.isBefore(expiresAt);
  }

  MessageNotice notice() {
    return new MessageNotice(
        IdType.MESSAGE.format(id),
        MessageKind.REFERRER_UPDATE,
        new MessageNotice.Recipient(
            RecipientRole.REFERRER, IdType.PERSON.format(recipientPersonId)),
        List.of(),
        expiresAt);
  }
}
