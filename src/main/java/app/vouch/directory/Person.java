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

/** Somebody we know about; the key of the e-mail address says who is the same person. */
@Entity
@Table(name = "person")
class Person extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @Column(name = "name")
  private String name;

  @Column(name = "name_key")
  private String nameKey;

  @Column(name = "email")
  private @Nullable String email;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "email_key", length = 32)
  private byte @Nullable [] emailKey;

  @Column(name = "phone")
  private @Nullable String phone;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "organization_id", length = 16)
  private @Nullable UUID organizationId;

  @Column(name = "country")
  private @Nullable String country;

  @Version
  @Column(name = "version")
  private int version;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected Person() {}

  Person(UUID id, PersonDetails details, Instant now) {
    this.id = id;
    this.version = 1;
    this.createdAt = now;
    take(details, now);
  }

  /** Something that is shown with them changed. */
  void touch(Instant now) {
    updatedAt = now;
  }

  /** Replaces what is known by what the caller sent; nothing else is touched where it is equal. */
  void update(PersonDetails details, Instant now) {
    if (!details.equals(details())) {
      take(details, now);
    }
  }

  /** Keeps nothing but the id. */
  void erase(Instant now) {
    update(new PersonDetails(Tombstone.of(id), null, null, null, null, null), now);
  }

  private void take(PersonDetails details, Instant now) {
    name = details.name();
    nameKey = Texts.nameKey(details.name());
    email = details.email();
    emailKey = details.emailKey() == null ? null : details.emailKey().clone();
    phone = details.phone();
    organizationId = details.organizationId();
    country = details.country();
    updatedAt = now;
  }

  UUID id() {
    return id;
  }

  int version() {
    return version;
  }

  PersonDetails details() {
    return new PersonDetails(name, email, emailKey, phone, organizationId, country);
  }

  @Nullable UUID organizationId() {
    return organizationId;
  }

  PersonView view(@Nullable OrganizationLink organization, List<ExternalRef> refs) {
    return new PersonView(
        IdType.PERSON.format(id),
        name,
        email,
        phone,
        organization,
        country,
        refs,
        version,
        createdAt,
        updatedAt);
  }
}
