package app.vouch.incentive.proof;

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
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A verification of the books, and what it found. */
@Entity
@Table(name = "ledger_verification")
class LedgerVerification extends TenantOwned {
  private static final int MAX_DETAIL = 1_000;

  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "job_id", length = 16)
  private UUID jobId;

  @Enumerated(EnumType.STRING)
  @Column(name = "outcome")
  private @Nullable VerificationOutcome outcome;

  /** {@code HEADS=3,SEALS=120,…} */
  @Column(name = "counts")
  private String counts;

  @Column(name = "unsealed")
  private long unsealed;

  @Enumerated(EnumType.STRING)
  @Column(name = "fault_check")
  private @Nullable CheckKind faultCheck;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "fault_entry_id", length = 16)
  private @Nullable UUID faultEntryId;

  @Column(name = "fault_resource_id")
  private @Nullable String faultResourceId;

  @Column(name = "fault_detail")
  private @Nullable String faultDetail;

  @Version
  @Column(name = "version")
  private int version;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "finished_at")
  private @Nullable Instant finishedAt;

  protected LedgerVerification() {}

  LedgerVerification(UUID id, UUID jobId, Instant now) {
    this.id = id;
    this.jobId = jobId;
    this.counts = "";
    this.version = 1;
    this.createdAt = now;
  }

  void found(Progress progress, long waiting, Instant now) {
    outcome = VerificationOutcome.SOUND;
    finish(progress, waiting, now);
  }

  void found(Progress progress, Fault fault, long waiting, Instant now) {
    outcome = VerificationOutcome.FAULTY;
    faultCheck = progress.check();
    faultEntryId = fault.entry();
    faultResourceId = fault.resourceId();
    faultDetail =
        fault.detail().length() <= MAX_DETAIL
            ? fault.detail()
            : fault.detail().substring(0, MAX_DETAIL);
    finish(progress, waiting, now);
  }

  private void finish(Progress progress, long waiting, Instant now) {
    counts = progress.countsText();
    unsealed = waiting;
    finishedAt = now;
  }

  boolean isFinished() {
    return outcome != null;
  }

  UUID id() {
    return id;
  }

  LedgerVerificationView view() {
    Map<CheckKind, Long> rows = Progress.counts(counts);
    return new LedgerVerificationView(
        IdType.LEDGER_VERIFICATION.format(id),
        IdType.JOB.format(jobId),
        outcome,
        rows.entrySet().stream()
            .map(
                count ->
                    new LedgerVerificationView.Checked(count.getKey(), count.getValue().toString()))
            .toList(),
        Long.toString(unsealed),
        fault(),
        version,
        createdAt,
        finishedAt);
  }

  private LedgerVerificationView.@Nullable FaultView fault() {
    return faultCheck == null || faultResourceId == null || faultDetail == null
        ? null
        : new LedgerVerificationView.FaultView(
            faultCheck, IdType.ENTRY.formatNullable(faultEntryId), faultResourceId, faultDetail);
  }
}
