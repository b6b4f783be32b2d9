package app.vouch.platform.brand;

import app.vouch.platform.tenant.TenantOwned;
import app.vouch.shared.Language;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a tenant has chosen; a tenant that has chosen nothing has no row. */
@Entity
@Table(name = "branding")
class Branding extends TenantOwned {
  /** Of a tenant without a row. */
  static final int FIRST_VERSION = 1;

  /** The tenant's id: one row per tenant. */
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @Column(name = "name")
  private @Nullable String name;

  @Column(name = "color")
  private @Nullable String color;

  @Column(name = "logo_url")
  private @Nullable String logoUrl;

  @Enumerated(EnumType.STRING)
  @Column(name = "default_language")
  private @Nullable Language defaultLanguage;

  @Column(name = "privacy_notice_url")
  private @Nullable String privacyNoticeUrl;

  @Version
  @Column(name = "version")
  private int version;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected Branding() {}

  Branding(UUID tenant, Instant now) {
    this.id = tenant;
    this.version = FIRST_VERSION + 1;
    this.updatedAt = now;
  }

  void change(UpdateBranding change, Instant now) {
    name = changed(change, BrandingField.NAME, name, stripped(change.name()));
    color = changed(change, BrandingField.COLOR, color, lowered(change.color()));
    logoUrl = changed(change, BrandingField.LOGO_URL, logoUrl, change.logoUrl());
    defaultLanguage =
        changed(change, BrandingField.DEFAULT_LANGUAGE, defaultLanguage, change.defaultLanguage());
    privacyNoticeUrl =
        changed(
            change, BrandingField.PRIVACY_NOTICE_URL, privacyNoticeUrl, change.privacyNoticeUrl());
    updatedAt = now;
  }

  private static @Nullable String stripped(@Nullable String text) {
    return text == null ? null : text.strip();
  }

  private static @Nullable String lowered(@Nullable String text) {
    return text == null ? null : new BrandColor(text).text();
  }

  private static <T> @Nullable T changed(
      UpdateBranding change, BrandingField field, @Nullable T present, @Nullable T given) {
    return change.removes(field) ? null : given == null ? present : given;
  }

  Brand over(Brand defaults) {
    return new Brand(
        or(name, defaults.name()),
        or(color, defaults.color()),
        logoUrl,
        or(defaultLanguage, defaults.defaultLanguage()),
        privacyNoticeUrl);
  }

  private static <T> T or(@Nullable T chosen, T otherwise) {
    return chosen == null ? otherwise : chosen;
  }

  int version() {
    return version;
  }

  Instant updatedAt() {
    return updatedAt;
  }
}
