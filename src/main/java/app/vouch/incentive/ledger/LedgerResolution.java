package app.vouch.incentive.ledger;

import app.vouch.platform.tenant.TenantOwned;
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
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What became of a pending entry. Its id is the key, so that there is one at most. Append-only. */
@Entity
@Immutable
@Table(name = "ledger_resolution")
class LedgerResolution extends TenantOwned {
  static final String INSERT =
      "insert into ledger_resolution (pending_id, tenant_id, entry_id, outcome, recorded_at) values";

  /** The marks of one {@link #row}. */
  static final String ROW = "(?, ?, ?, ?, ?)";

  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "pending_id", length = 16)
  private UUID pendingId;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "entry_id", length = 16)
  private UUID entryId;

  @Enumerated(EnumType.STRING)
  @Column(name = "outcome")
  private EntryKind outcome;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  protected LedgerResolution() {}

  LedgerResolution(UUID pendingId, UUID entryId, EntryKind outcome, Instant recordedAt) {
    this.pendingId = pendingId;
    this.entryId = entryId;
    this.outcome = outcome;
    this.recordedAt = recordedAt;
  }

  /** Its columns, as {@link #INSERT} names them. */
  List<Object> row(UUID tenant) {
    return List.of(pendingId, tenant, entryId, outcome, recordedAt);
  }

  UUID pendingId() {
    return pendingId;
  }

  EntryKind outcome() {
    return outcome;
  }

  LedgerEntryView.Resolution view() {
    return new LedgerEntryView.Resolution(outcome, IdType.ENTRY.format(entryId));
  }
}
