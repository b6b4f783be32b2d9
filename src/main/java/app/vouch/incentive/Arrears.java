package app.vouch.incentive;

import app.vouch.platform.tenant.TenantOwned;
import app.vouch.shared.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What a payee earned and was not sent, because it was set off against a debt, where the money that
 * made the debt then came back by itself. No reward stands for it; a payout pays it.
 */
@Entity
@Table(name = "arrears")
class Arrears extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "payee_id", length = 16)
  private UUID payeeId;

  @Column(name = "amount")
  private long amount;

  @Column(name = "currency")
  private String currency;

  @Column(name = "four_eyes_above")
  private @Nullable Long fourEyesAbove;

  /** The payout whose money came back. */
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "came_of", length = 16)
  private UUID cameOf;

  /** The payout that pays it, while that lives. */
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "payout_id", length = 16)
  private @Nullable UUID payoutId;

  @Column(name = "created_at")
  private Instant createdAt;

  protected Arrears() {}

  Arrears(UUID id, Payout cameOf, Money amount, Instant now) {
    Money above = cameOf.fourEyesAbove();
    this.id = id;
    this.payeeId = cameOf.payeeId();
    this.amount = amount.minor();
    this.currency = amount.currency().code();
    this.fourEyesAbove = above == null ? null : above.minor();
    this.cameOf = cameOf.id();
    this.createdAt = now;
  }

  void joins(UUID payout) {
    payoutId = payout;
  }

  void letGo() {
    payoutId = null;
  }

  Money amount() {
    return Money.ofMinor(amount, currency);
  }

  @Nullable Money fourEyesAbove() {
    return fourEyesAbove == null ? null : Money.ofMinor(fourEyesAbove, currency);
  }
}
