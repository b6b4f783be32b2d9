package app.vouch.attribution;

import app.vouch.attribution.AttributionResult.Credited;
import app.vouch.platform.tenant.TenantOwned;
import app.vouch.shared.IdType;
import app.vouch.shared.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One share of a deal in one version of its attribution. */
@Entity
@Immutable
@Table(name = "credit")
class Credit extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "attribution_id", length = 16)
  private UUID attributionId;

  @Column(name = "attribution_version")
  private int attributionVersion;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "referral_id", length = 16)
  private UUID referralId;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "referrer_id", length = 16)
  private UUID referrerId;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "person_id", length = 16)
  private UUID personId;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "program_version_id", length = 16)
  private UUID programVersionId;

  @Column(name = "share")
  private String share;

  @Column(name = "amount_minor")
  private long amountMinor;

  @JdbcTypeCode(SqlTypes.CHAR)
  @Column(name = "currency", length = 3)
  private String currency;

  protected Credit() {}

  Credit(UUID id, Attribution head, Credited credited) {
    this.id = id;
    this.attributionId = head.id();
    this.attributionVersion = head.version();
    this.referralId = IdType.REFERRAL.inPath(credited.referral().id());
    this.referrerId = IdType.REFERRER.inPath(credited.referral().referrerId());
    this.personId = IdType.PERSON.inPath(credited.referral().personId());
    this.programVersionId = IdType.PROGRAM_VERSION.inPath(credited.referral().programVersionId());
    this.share = credited.share().toString();
    this.amountMinor = credited.amount().minor();
    this.currency = credited.amount().currency().code();
  }

  boolean isOf(FrozenAttribution result) {
    return attributionId.equals(result.attributionId()) && attributionVersion == result.version();
  }

  CreditFacts facts() {
    Share exact = Share.parse(share);
    return new CreditFacts(
        referralId,
        referrerId,
        personId,
        programVersionId,
        exact.numerator(),
        exact.denominator(),
        Money.ofMinor(amountMinor, currency));
  }

  CreditView view() {
    return new CreditView(
        IdType.CREDIT.format(id),
        IdType.REFERRAL.format(referralId),
        IdType.REFERRER.format(referrerId),
        IdType.PERSON.format(personId),
        IdType.PROGRAM_VERSION.format(programVersionId),
        share,
        Money.ofMinor(amountMinor, currency).view());
  }
}
