package app.vouch.incentive.payout;

import app.vouch.platform.tenant.TenantOwned;
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
import org.jspecify.annotations.Nullable;

/** What a batch of payouts was made for. What became of it stands in its payouts. */
@Entity
@Immutable
@Table(name = "payout_batch")
class PayoutBatch extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "program_id", length = 16)
  private @Nullable UUID programId;

  @Column(name = "currency")
  private String currency;

  @Column(name = "adapter")
  private String adapter;

  @Column(name = "minimum")
  private long minimum;

  /** The job that makes its payouts. */
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "job_id", length = 16)
  private UUID jobId;

  @Column(name = "created_at")
  private Instant createdAt;

  protected PayoutBatch() {}

  PayoutBatch(
      UUID id, @Nullable UUID programId, Money minimum, String adapter, UUID jobId, Instant now) {
    this.id = id;
    this.programId = programId;
    this.currency = minimum.currency().code();
    this.adapter = adapter;
    this.minimum = minimum.minor();
    this.jobId = jobId;
    this.createdAt = now;
  }

  UUID id() {
    return id;
  }

  String publicId() {
    return IdType.PAYOUT_BATCH.format(id);
  }

  @Nullable UUID programId() {
    return programId;
  }

  Money minimum() {
    return Money.ofMinor(minimum, currency);
  }

  String adapter() {
    return adapter;
  }

  UUID jobId() {
    return jobId;
  }

  Instant createdAt() {
    return createdAt;
  }
}
