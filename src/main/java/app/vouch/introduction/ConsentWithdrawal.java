package app.vouch.introduction;

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

/** A consent was taken back; at most one per consent. Append-only. */
@Entity
@Table(name = "consent_withdrawal")
class ConsentWithdrawal extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "consent_id", length = 16)
  private UUID consentId;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "introduction_id", length = 16)
  private UUID introductionId;

  @Column(name = "withdrawn_at")
  private Instant withdrawnAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "channel")
  private ConsentChannel channel;

  @Column(name = "remote_address")
  private @Nullable String remoteAddress;

  @Column(name = "user_agent")
  private @Nullable String userAgent;

  protected ConsentWithdrawal() {}

  ConsentWithdrawal(Consent consent, ConsentProof proof, Instant withdrawnAt) {
    this.consentId = consent.id();
    this.introductionId = consent.introductionId();
    this.withdrawnAt = withdrawnAt;
    this.channel = proof.channel();
    this.remoteAddress = proof.remoteAddress();
    this.userAgent = proof.userAgent();
  }

  ConsentWithdrawalView view() {
    return new ConsentWithdrawalView(withdrawnAt, channel, remoteAddress, userAgent);
  }

  UUID consentId() {
    return consentId;
  }

  Instant withdrawnAt() {
    return withdrawnAt;
  }
}
