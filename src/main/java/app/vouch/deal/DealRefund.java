package app.vouch.deal;

import app.vouch.platform.tenant.TenantOwned;
import app.vouch.shared.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What was given back of a payment. Never updated. */
@Entity
@Immutable
@Table(name = "deal_refund")
class DealRefund extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "payment_id", length = 16)
  private UUID paymentId;

  @Column(name = "amount_minor")
  private long amountMinor;

  @Column(name = "refunded_at")
  private Instant refundedAt;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  protected DealRefund() {}

  DealRefund(UUID id, UUID paymentId, Money amount, Instant refundedAt, Instant now) {
    this.id = id;
    this.paymentId = paymentId;
    this.amountMinor = amount.minor();
    this.refundedAt = refundedAt;
    this.recordedAt = now;
  }

  UUID id() {
    return id;
  }

  UUID paymentId() {
    return paymentId;
  }

  long amountMinor() {
    return amountMinor;
  }

  Instant refundedAt() {
    return refundedAt;
  }
}
