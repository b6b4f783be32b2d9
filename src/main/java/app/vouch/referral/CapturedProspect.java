package app.vouch.referral;

import app.vouch.referral.ReferralView.ProspectLink;
import app.vouch.referral.ReferralView.ProspectOrganizationLink;
import app.vouch.shared.IdType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The prospect as the referral named them; the directory may know better since. */
@Embeddable
class CapturedProspect {
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "prospect_person_id", length = 16, updatable = false)
  private UUID personId;

  /** Equal for two addresses that reach the same person. */
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "prospect_key", length = 32, updatable = false)
  private byte[] emailKey;

  @Column(name = "prospect_name")
  private String name;

  @Column(name = "prospect_email")
  private @Nullable String email;

  @Column(name = "prospect_phone")
  private @Nullable String phone;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "organization_id", length = 16, updatable = false)
  private @Nullable UUID organizationId;

  @Column(name = "organization_name", updatable = false)
  private @Nullable String organizationName;

  @Column(name = "organization_domain", updatable = false)
  private @Nullable String organizationDomain;

  protected CapturedProspect() {}

  CapturedProspect(
      UUID personId, byte[] emailKey, String name, @Nullable String email, @Nullable String phone) {
    this.personId = personId;
    this.emailKey = emailKey.clone();
    this.name = name;
    this.email = email;
    this.phone = phone;
  }

  CapturedProspect at(UUID organization, String named, @Nullable String domain) {
    organizationId = organization;
    organizationName = named;
    organizationDomain = domain;
    return this;
  }

  UUID personId() {
    return personId;
  }

  byte[] emailKey() {
    return emailKey.clone();
  }

  String name() {
    return name;
  }

  @Nullable UUID organizationId() {
    return organizationId;
  }

  @Nullable String organizationName() {
    return organizationName;
  }

  @Nullable String organizationDomain() {
    return organizationDomain;
  }

  ProspectLink link() {
    return new ProspectLink(
        IdType.PERSON.format(personId),
        name,
        email,
        phone,
        organizationId == null || organizationName == null
            ? null
            : new ProspectOrganizationLink(
                IdType.ORGANIZATION.format(organizationId), organizationName, organizationDomain));
  }
}
