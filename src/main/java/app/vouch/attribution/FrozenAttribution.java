package app.vouch.attribution;

import app.vouch.platform.tenant.TenantOwned;
import app.vouch.program.AttributionModel;
import app.vouch.shared.IdType;
import app.vouch.shared.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One version of an attribution, with the exact bytes that it was computed from. */
@Entity
@Immutable
@Table(name = "attribution_version")
class FrozenAttribution extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "attribution_id", length = 16)
  private UUID attributionId;

  @Column(name = "version")
  private int version;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "deal_id", length = 16)
  private UUID dealId;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(name = "cause")
  private AttributionCause cause;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(name = "model")
  private @Nullable AttributionModel model;

  @Column(name = "model_version")
  private int modelVersion;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "program_version_id", length = 16)
  private @Nullable UUID programVersionId;

  @Column(name = "amount_minor")
  private @Nullable Long amountMinor;

  @JdbcTypeCode(SqlTypes.CHAR)
  @Column(name = "currency", length = 3)
  private @Nullable String currency;

  @Column(name = "inputs")
  private byte[] inputs;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "inputs_hash", length = 32)
  private byte[] inputsHash;

  @Column(name = "outcome")
  private byte[] outcome;

  @Column(name = "computed_at")
  private Instant computedAt;

  protected FrozenAttribution() {}

  FrozenAttribution(
      UUID id, Attribution head, AttributionCause cause, FrozenBytes bytes, Instant now) {
    AttributionInputs known = bytes.inputs();
    AttributionInputs.Policy policy = known.policy();
    this.id = id;
    this.attributionId = head.id();
    this.version = head.version();
    this.dealId = head.dealId();
    this.cause = cause;
    this.model = policy == null ? null : policy.model();
    this.modelVersion = policy == null ? ModelRules.VERSION : policy.modelVersion();
    this.programVersionId =
        policy == null ? null : IdType.PROGRAM_VERSION.inPath(policy.programVersionId());
    if (known.amount() != null) {
      Money amount = known.amount().toMoney("/amount");
      this.amountMinor = amount.minor();
      this.currency = amount.currency().code();
    }
    this.inputs = bytes.inputBytes();
    this.inputsHash = bytes.hash();
    this.outcome = bytes.outcomeBytes();
    this.computedAt = now;
  }

  boolean hasHash(byte[] hash) {
    return Arrays.equals(inputsHash, hash);
  }

  byte[] inputs() {
    return inputs.clone();
  }

  byte[] outcome() {
    return outcome.clone();
  }

  UUID attributionId() {
    return attributionId;
  }

  int version() {
    return version;
  }

  AttributionView view(List<CreditView> credits) {
    return new AttributionView(
        IdType.ATTRIBUTION.format(attributionId),
        version,
        IdType.DEAL.format(dealId),
        cause,
        model,
        modelVersion,
        IdType.PROGRAM_VERSION.formatNullable(programVersionId),
        Money.viewOf(amountMinor, currency),
        credits,
        HexFormat.of().formatHex(inputsHash),
        computedAt);
  }
}
