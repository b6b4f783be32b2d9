package app.vouch.deal;

import app.vouch.directory.OrganizationLink;
import app.vouch.platform.tenant.TenantOwned;
import app.vouch.shared.ExternalRef;
import app.vouch.shared.IdType;
import app.vouch.shared.Money;
import app.vouch.shared.Unit;
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

/** A CRM's opportunity, as last heard of. */
@Entity
@Table(name = "deal")
class Deal extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @Column(name = "name")
  private String name;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "organization_id", length = 16)
  private @Nullable UUID organizationId;

  @Column(name = "organization_name")
  private @Nullable String organizationName;

  @Column(name = "amount_minor")
  private @Nullable Long amountMinor;

  @Column(name = "first_year_minor")
  private @Nullable Long firstYearMinor;

  @JdbcTypeCode(SqlTypes.CHAR)
  @Column(name = "currency", length = 3)
  private @Nullable String currency;

  @Column(name = "fx_rate")
  private @Nullable String fxRate;

  @JdbcTypeCode(SqlTypes.CHAR)
  @Column(name = "fx_currency", length = 3)
  private @Nullable String fxCurrency;

  @Column(name = "fx_source")
  private @Nullable String fxSource;

  @Column(name = "term_months")
  private @Nullable Integer termMonths;

  @Column(name = "stage")
  private @Nullable String stage;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(name = "milestone")
  private Milestone milestone;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(name = "status")
  private DealStatus status;

  @Column(name = "channel")
  private @Nullable String channel;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Column(name = "closed_at")
  private @Nullable Instant closedAt;

  @Column(name = "owner_name")
  private @Nullable String owner;

  @Column(name = "source_version")
  private @Nullable Long sourceVersion;

  @Column(name = "source_time")
  private @Nullable Instant sourceTime;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "referral_id", length = 16)
  private @Nullable UUID referralId;

  @Column(name = "historic")
  private boolean historic;

  @Column(name = "payment_count")
  private int paymentCount;

  @Version
  @Column(name = "version")
  private int version;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected Deal() {}

  Deal(UUID id, DealDetails details, DealSource source, Instant now) {
    this.id = id;
    this.version = 1;
    this.createdAt = now;
    change(details, source, now);
  }

  /** Takes over what the CRM says now. */
  void change(DealDetails details, DealSource source, Instant now) {
    OrganizationLink home = details.organization();
    DealAmounts amounts = details.amounts();
    name = details.name();
    organizationId = home == null ? null : IdType.ORGANIZATION.inPath(home.id());
    organizationName = home == null ? null : home.name();
    amountMinor = minor(amounts.amount());
    firstYearMinor = minor(amounts.firstYear());
    Money any = amounts.effectiveFirstYear();
    currency = any == null ? null : any.currency().code();
    DealRate rate = amounts.rate();
    fxRate = rate == null ? null : rate.rate();
    fxCurrency = rate == null ? null : rate.to().code();
    fxSource = rate == null ? null : rate.source();
    termMonths = details.termMonths();
    stage = details.stage();
    milestone = details.milestone();
    status = details.status();
    channel = details.channel();
    openedAt = details.openedAt();
    closedAt = details.closedAt();
    owner = details.owner();
    referralId = details.referralId();
    historic = details.historic();
    sourceVersion = source.version();
    sourceTime = source.time();
    updatedAt = now;
  }

  /** The number of the payment that is recorded now, from 1. */
  int countPayment(Instant now) {
    updatedAt = now;
    paymentCount++;
    return paymentCount;
  }

  /** Something that hangs on it changed. */
  void touch(Instant now) {
    updatedAt = now;
  }

  @Nullable Money worth() {
    return new DealAmounts(money(amountMinor), money(firstYearMinor), null).effectiveFirstYear();
  }

  private static @Nullable Long minor(@Nullable Money money) {
    return money == null ? null : money.minor();
  }

  private @Nullable Money money(@Nullable Long minor) {
    return minor == null || currency == null ? null : Money.ofMinor(minor, currency);
  }

  UUID id() {
    return id;
  }

  Instant since() {
    return updatedAt;
  }

  DealSource source() {
    return new DealSource(sourceVersion, sourceTime);
  }

  DealDetails details(List<UUID> personIds) {
    return new DealDetails(
        name,
        organization(),
        personIds,
        new DealAmounts(money(amountMinor), money(firstYearMinor), rate()),
        termMonths,
        stage,
        milestone,
        channel,
        openedAt,
        closedAt,
        owner,
        referralId,
        historic);
  }

  private @Nullable DealRate rate() {
    return fxRate == null || fxCurrency == null || fxSource == null
        ? null
        : new DealRate(fxRate, Unit.of(fxCurrency), fxSource);
  }

  private @Nullable OrganizationLink organization() {
    return organizationId == null || organizationName == null
        ? null
        : new OrganizationLink(IdType.ORGANIZATION.format(organizationId), organizationName);
  }

  DealFacts facts(List<UUID> personIds) {
    DealAmounts amounts = details(personIds).amounts();
    return new DealFacts(
        id,
        organizationId,
        personIds,
        amounts.amount(),
        amounts.effectiveFirstYear(),
        amounts.rate(),
        status,
        milestone,
        openedAt,
        closedAt,
        historic);
  }

  DealView view(List<UUID> personIds, List<ExternalRef> refs) {
    return new DealView(
        IdType.DEAL.format(id),
        name,
        organization(),
        personIds.stream().map(IdType.PERSON::format).toList(),
        Money.viewOf(amountMinor, currency),
        Money.viewOf(firstYearMinor, currency),
        fxRate,
        fxCurrency,
        fxSource,
        termMonths,
        stage,
        milestone,
        status,
        channel,
        openedAt,
        closedAt,
        owner,
        sourceVersion,
        sourceTime,
        IdType.REFERRAL.formatNullable(referralId),
        historic,
        refs,
        false,
        version,
        createdAt,
        updatedAt);
  }
}
