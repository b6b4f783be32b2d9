package app.vouch.deal;

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
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One change that a CRM reported, whether it was taken over or was too old. Never updated. */
@Entity
@Table(name = "deal_change")
class DealChange extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "deal_id", length = 16)
  private UUID dealId;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(name = "outcome")
  private DealChangeOutcome outcome;

  @Column(name = "source_version")
  private @Nullable Long sourceVersion;

  @Column(name = "source_time")
  private @Nullable Instant sourceTime;

  @Column(name = "deal_version")
  private int dealVersion;

  /** Names of the fields, separated by commas: no values, so no personal data. */
  @Column(name = "fields")
  private String fields;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  protected DealChange() {}

  DealChange(
      UUID id,
      DealView deal,
      DealChangeOutcome outcome,
      DealSource source,
      List<String> fields,
      Instant now) {
    this.id = id;
    this.dealId = IdType.DEAL.inPath(deal.id());
    this.dealVersion = deal.version();
    this.outcome = outcome;
    this.sourceVersion = source.version();
    this.sourceTime = source.time();
    this.fields = String.join(",", fields);
    this.recordedAt = now;
  }

  UUID id() {
    return id;
  }

  DealChangeView view() {
    return new DealChangeView(
        outcome,
        sourceVersion,
        sourceTime,
        dealVersion,
        fields.isEmpty() ? List.of() : List.of(fields.split(",", -1)),
        recordedAt);
  }
}
