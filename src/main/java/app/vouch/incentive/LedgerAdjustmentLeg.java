package app.vouch.incentive;

import app.vouch.incentive.ledger.AccountCode;
import app.vouch.incentive.ledger.Leg;
import app.vouch.incentive.ledger.Side;
import app.vouch.platform.tenant.TenantOwned;
import app.vouch.shared.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One side of a manual entry, as it was proposed. */
@Entity
@Immutable
@Table(name = "ledger_adjustment_leg")
class LedgerAdjustmentLeg extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "adjustment_id", length = 16)
  private UUID adjustmentId;

  /** 1, 2, 3 … */
  @Column(name = "line")
  private int line;

  @Column(name = "code")
  private String code;

  @Enumerated(EnumType.STRING)
  @Column(name = "side")
  private Side side;

  @Column(name = "amount")
  private long amount;

  @Column(name = "currency")
  private String currency;

  protected LedgerAdjustmentLeg() {}

  LedgerAdjustmentLeg(UUID id, UUID adjustmentId, int line, Leg leg) {
    this.id = id;
    this.adjustmentId = adjustmentId;
    this.line = line;
    this.code = leg.account().text();
    this.side = leg.side();
    this.amount = leg.amount().minor();
    this.currency = leg.amount().currency().code();
  }

  UUID adjustmentId() {
    return adjustmentId;
  }

  Leg leg() {
    return new Leg(AccountCode.read("account", code), side, Money.ofMinor(amount, currency));
  }
}
