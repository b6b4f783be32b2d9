package app.vouch.incentive.ledger;

import app.vouch.platform.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Somebody closed the books through a day. Append-only. */
@Entity
@Immutable
@Table(name = "ledger_period_close")
class PeriodClose extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @Column(name = "closed_through")
  private LocalDate closedThrough;

  @Column(name = "closed_by")
  private String closedBy;

  @Column(name = "closed_at")
  private Instant closedAt;

  protected PeriodClose() {}

  PeriodClose(UUID id, LocalDate closedThrough, String closedBy, Instant closedAt) {
    this.id = id;
    this.closedThrough = closedThrough;
    this.closedBy = closedBy;
    this.closedAt = closedAt;
  }

  LocalDate closedThrough() {
    return closedThrough;
  }

  LedgerPeriodView view(String tenant) {
    return new LedgerPeriodView(tenant, closedThrough, closedBy, closedAt);
  }
}
