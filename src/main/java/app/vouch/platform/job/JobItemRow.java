package app.vouch.platform.job;

import app.vouch.platform.tenant.TenantOwned;
import app.vouch.shared.IdType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A {@link JobItem} that is kept. Append-only. */
@Entity
@Immutable
@Table(name = "job_item")
class JobItemRow extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "job_id", length = 16)
  private UUID jobId;

  @Column(name = "resource_id")
  private String resourceId;

  @Column(name = "code")
  private @Nullable String code;

  @Column(name = "message")
  private @Nullable String message;

  /** JSON. */
  @Column(name = "result")
  private @Nullable String result;

  protected JobItemRow() {}

  JobItemRow(UUID id, UUID jobId, JobItem item) {
    this.id = id;
    this.jobId = jobId;
    this.resourceId = item.resourceId();
    this.code = item.code();
    this.message = item.message();
    this.result = item.result();
  }

  UUID id() {
    return id;
  }

  @Nullable String result() {
    return result;
  }

  JobItemView view(boolean withResult) {
    return new JobItemView(
        IdType.JOB_ITEM.format(id),
        resourceId,
        code == null,
        code,
        message,
        withResult ? result : null);
  }
}
