package app.vouch.incentive.proof;

import app.vouch.platform.tenant.TenantOwned;
import app.vouch.shared.IdType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The end of the chain on a day, signed. Append-only. */
@Entity
@Immutable
@Table(name = "ledger_head")
class LedgerHead extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @Column(name = "number")
  private long number;

  @Column(name = "sealed_on")
  private LocalDate sealedOn;

  @Column(name = "seals")
  private long seals;

  @Column(name = "hash")
  private byte[] hash;

  /** The bytes that were signed: canonical JSON of {@link Content}. */
  @Column(name = "body")
  private byte[] body;

  @Column(name = "signature")
  private byte[] signature;

  @Column(name = "signed_at")
  private Instant signedAt;

  /**
   * What is signed.
   *
   * @param hash hex
   * @param previousSignature of the head before, hex; null for the first
   */
  record Content(
      String tenantId,
      long number,
      LocalDate sealedOn,
      long seals,
      String hash,
      @Nullable String previousSignature,
      Instant signedAt) {}

  protected LedgerHead() {}

  LedgerHead(UUID id, Content content, byte[] body, byte[] signature) {
    this.id = id;
    this.number = content.number();
    this.sealedOn = content.sealedOn();
    this.seals = content.seals();
    this.hash = HexFormat.of().parseHex(content.hash());
    this.body = body;
    this.signature = signature;
    this.signedAt = content.signedAt();
  }

  UUID id() {
    return id;
  }

  long number() {
    return number;
  }

  long seals() {
    return seals;
  }

  byte[] signature() {
    return signature;
  }

  LedgerHeadView view() {
    return new LedgerHeadView(
        IdType.LEDGER_HEAD.format(id),
        (int) number,
        sealedOn,
        Long.toString(seals),
        HexFormat.of().formatHex(hash),
        HexFormat.of().formatHex(signature),
        signedAt);
  }
}
