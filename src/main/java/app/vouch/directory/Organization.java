package app.vouch.directory;

import app.vouch.platform.tenant.TenantOwned;
import app.vouch.shared.ExternalRef;
import app.vouch.shared.IdType;
import app.vouch.shared.Texts;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A company, known by its domain where it has one. */
@Entity
@Table(name = "organization")
class Organization extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @Column(name = "name")
  private String name;

  @Column(name = "name_key")
  private String nameKey;

  @Column(name = "domain")
  private @Nullable String domain;

  @Column(name = "sector")
  private @Nullable String sector;

  @Column(name = "country")
  private @Nullable String country;

  @Version
  @Column(name = "version")
  private int version;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected Organization() {}

  Organization(UUID id, String name, @Nullable String domain, Instant now) {
    this.id = id;
    this.createdAt = now;
    this.updatedAt = now;
    this.version = 1;
    this.domain = domain;
    rename(name);
  }

  /** Takes over what the caller knows; what they left out stays. */
  void update(@Nullable String newName, @Nullable String newDomain, Instant now) {
    if (newName != null && !newName.equals(name)) {
      rename(newName);
      updatedAt = now;
    }
    if (newDomain != null && !newDomain.equals(domain)) {
      domain = newDomain;
      updatedAt = now;
    }
  }

  /** Takes over what the caller knows of what it does and where; what they left out stays. */
  void describe(@Nullable String newSector, @Nullable String newCountry, Instant now) {
    if (newSector != null && !newSector.equals(sector)) {
      sector = newSector;
      updatedAt = now;
    }
    if (newCountry != null && !newCountry.equals(country)) {
      country = newCountry;
      updatedAt = now;
    }
  }

  /** Something that is shown with it changed. */
  void touch(Instant now) {
    updatedAt = now;
  }

  private void rename(String newName) {
    name = newName;
    nameKey = Texts.nameKey(newName);
  }

  UUID id() {
    return id;
  }

  OrganizationView view(List<ExternalRef> refs) {
    return new OrganizationView(
        IdType.ORGANIZATION.format(id),
        name,
        domain,
        sector,
        country,
        refs,
        version,
        createdAt,
        updatedAt);
  }
}
