package app.vouch.deal;

import app.vouch.platform.tenant.TenantOwned;
import app.vouch.shared.ExternalRef;
import app.vouch.shared.IdType;
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

/** A payment that was recorded of a deal. Never updated. */
@Entity
@Immutable
@Table(name = "deal_payment")
class DealPayment extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "deal_id", length = 16)
  private UUID dealId;

  @Column(name = "number")
  private int number;

  @Column(name = "amount_minor")
  private long amountMinor;

  @JdbcTypeCode(SqlTypes.CHAR)
  @Column(name = "currency", length = 3)
  private String currency;

  @Column(name = "paid_at")
  private Instant paidAt;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  protected DealPayment() {}

  DealPayment(UUID id, UUID dealId, int number, Money amount, Instant paidAt, Instant now) {
    this.id = id;
    this.dealId = dealId;
    this.number = number;
    this.amountMinor = amount.minor();
    this.currency = amount.currency().code();
    this.paidAt = paidAt;
    this.recordedAt = now;
  }

  UUID id() {
    return id;
  }

  UUID dealId() {
    return dealId;
  }

  Money amount() {
    return Money.ofMinor(amountMinor, currency);
  }

  Instant paidAt() {
    return paidAt;
  }

  /**
   * @param refunded of it, in minor units
   */
  PaymentFacts facts(long refunded) {
    return new PaymentFacts(id, number, new Money(amountMinor - refunded, amount().currency()));
  }

  /**
   * @param refunded of it, in minor units
   */
  DealPaymentView view(ExternalRef ref, long refunded) {
    return new DealPaymentView(
        IdType.DEAL_PAYMENT.format(id),
        IdType.DEAL.format(dealId),
        number,
        amount().view(),
        Money.ofMinor(refunded, currency).view(),
        paidAt,
        ref,
        recordedAt);
  }
}
