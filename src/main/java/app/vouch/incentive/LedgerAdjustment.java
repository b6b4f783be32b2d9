package app.vouch.incentive;

import app.vouch.incentive.ledger.Leg;
import app.vouch.incentive.ledger.Posting;
import app.vouch.platform.tenant.TenantOwned;
import app.vouch.shared.IdType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An entry that a person wants in the books and another person approves. */
@Entity
@Table(name = "ledger_adjustment")
class LedgerAdjustment extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @Enumerated(EnumType.STRING)
  @Column(name = "state")
  private AdjustmentState state;

  @Column(name = "entry_key")
  private String key;

  @Column(name = "reason_code")
  private String reasonCode;

  @Column(name = "note")
  private String note;

  @Column(name = "effective_at")
  private @Nullable Instant effectiveAt;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "reverses", length = 16)
  private @Nullable UUID reverses;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "corrects", length = 16)
  private @Nullable UUID corrects;

  /** What was booked. */
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "entry_id", length = 16)
  private @Nullable UUID entryId;

  @Column(name = "proposed_by")
  private String proposedBy;

  @Column(name = "decided_by")
  private @Nullable String decidedBy;

  @Version
  @Column(name = "version")
  private int version;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected LedgerAdjustment() {}

  LedgerAdjustment(
      UUID id, ProposeLedgerAdjustment wanted, Posting posting, String proposedBy, Instant now) {
    this.id = id;
    this.state = AdjustmentLifecycle.TABLE.initial();
    this.key = wanted.key();
    this.reasonCode = wanted.reasonCode();
    this.note = wanted.note();
    this.effectiveAt = posting.effectiveAt();
    this.reverses = posting.reverses();
    this.corrects = posting.corrects();
    this.proposedBy = proposedBy;
    this.version = 1;
    this.createdAt = now;
    this.updatedAt = now;
  }

  void changeTo(AdjustmentState newState, String by, @Nullable UUID entry, Instant now) {
    state = newState;
    decidedBy = by;
    entryId = entry;
    updatedAt = now;
  }

  UUID id() {
    return id;
  }

  AdjustmentState state() {
    return state;
  }

  String reasonCode() {
    return reasonCode;
  }

  String proposedBy() {
    return proposedBy;
  }

  int version() {
    return version;
  }

  Posting posting(List<Leg> legs) {
    return new Posting(entryKey(key), legs, effectiveAt, reverses, corrects);
  }

  /** The ledger's key of a manual entry. */
  static String entryKey(String key) {
    return "manual:" + key;
  }

  LedgerAdjustmentView view(List<Leg> legs) {
    return new LedgerAdjustmentView(
        IdType.LEDGER_ADJUSTMENT.format(id),
        state,
        key,
        legs.stream().map(AdjustmentLeg::of).toList(),
        reasonCode,
        note,
        effectiveAt,
        IdType.ENTRY.formatNullable(reverses),
        IdType.ENTRY.formatNullable(corrects),
        IdType.ENTRY.formatNullable(entryId),
        proposedBy,
        decidedBy,
        version,
        createdAt,
        updatedAt);
  }
}
