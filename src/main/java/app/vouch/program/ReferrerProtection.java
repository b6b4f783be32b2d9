package app.vouch.program;

import app.vouch.platform.tenant.TenantOwned;
import app.vouch.shared.IdType;
import app.vouch.shared.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A referrer's own rules of how often, and about whom, they may be asked; null: the program's. */
@Entity
@Table(name = "referrer_protection")
class ReferrerProtection extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "referrer_id", length = 16)
  private UUID referrerId;

  @Column(name = "asks_per_90_days")
  private @Nullable Integer asksPer90Days;

  @Column(name = "cool_down")
  private @Nullable String coolDown;

  @Column(name = "deal_floor_minor")
  private @Nullable Long dealFloorMinor;

  @Column(name = "deal_floor_currency")
  private @Nullable String dealFloorCurrency;

  @Convert(converter = OrganizationIds.class)
  @Column(name = "no_go_organizations")
  private List<UUID> noGoOrganizations;

  @Column(name = "paused_until")
  private @Nullable Instant pausedUntil;

  @Enumerated(EnumType.STRING)
  @Column(name = "preferred_channel")
  private @Nullable ContactChannel preferredChannel;

  @Version
  @Column(name = "version")
  private int version;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected ReferrerProtection() {}

  /** Nothing set yet. */
  ReferrerProtection(UUID referrerId, Instant now) {
    this.referrerId = referrerId;
    this.noGoOrganizations = List.of();
    this.version = 1;
    this.updatedAt = now;
  }

  /** Takes over what a change names, once the service has checked it. */
  void change(UpdateReferrerProtection change, @Nullable List<UUID> noGo, Instant now) {
    asksPer90Days =
        kept(
            change,
            ReferrerProtectionField.ASKS_PER_90_DAYS,
            change.asksPer90Days(),
            asksPer90Days);
    coolDown = kept(change, ReferrerProtectionField.COOL_DOWN, change.coolDown(), coolDown);
    Money floor =
        kept(
            change,
            ReferrerProtectionField.DEAL_FLOOR,
            change.dealFloor() == null ? null : change.dealFloor().toMoney("/dealFloor"),
            dealFloor());
    dealFloorMinor = floor == null ? null : floor.minor();
    dealFloorCurrency = floor == null ? null : floor.currency().code();
    List<UUID> organizations =
        kept(change, ReferrerProtectionField.NO_GO_ORGANIZATIONS, noGo, noGoOrganizations);
    noGoOrganizations = organizations == null ? List.of() : organizations;
    pausedUntil =
        kept(change, ReferrerProtectionField.PAUSED_UNTIL, change.pausedUntil(), pausedUntil);
    preferredChannel =
        kept(
            change,
            ReferrerProtectionField.PREFERRED_CHANNEL,
            change.preferredChannel(),
            preferredChannel);
    updatedAt = now;
  }

  private static <T> @Nullable T kept(
      UpdateReferrerProtection change,
      ReferrerProtectionField field,
      @Nullable T sent,
      @Nullable T present) {
    return sent != null ? sent : change.removes(field) ? null : present;
  }

  private @Nullable Money dealFloor() {
    return dealFloorMinor == null || dealFloorCurrency == null
        ? null
        : Money.ofMinor(dealFloorMinor, dealFloorCurrency);
  }

  int version() {
    return version;
  }

  /** Over the program version's rules. */
  ConnectorProtection over(ProgramSettings.Protection rules, boolean enrolled) {
    Money floor = dealFloor();
    return new ConnectorProtection(
        asksPer90Days == null ? rules.asksPer90Days() : asksPer90Days,
        coolDown == null ? rules.coolDown() : new IsoAmount(coolDown),
        floor == null ? rules.dealFloor() : floor,
        Set.copyOf(noGoOrganizations),
        enrolled,
        pausedUntil);
  }

  ReferrerProtectionView view() {
    return new ReferrerProtectionView(
        IdType.REFERRER.format(referrerId),
        asksPer90Days,
        coolDown,
        Money.viewOf(dealFloorMinor, dealFloorCurrency),
        noGoOrganizations.stream().map(IdType.ORGANIZATION::format).toList(),
        pausedUntil,
        preferredChannel,
        version,
        updatedAt);
  }
}
