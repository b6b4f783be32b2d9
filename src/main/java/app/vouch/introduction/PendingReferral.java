package app.vouch.introduction;

import app.vouch.platform.tenant.TenantOwned;
import app.vouch.referral.IntroductionCandidate;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What an introduction needs for capturing its referral; gone once that is done, or is not to be.
 */
@Entity
@Table(name = "pending_referral")
class PendingReferral extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "introduction_id", length = 16)
  private UUID introductionId;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "program_id", length = 16)
  private UUID programId;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "referrer_id", length = 16)
  private UUID referrerId;

  /** Whether the prospect is known for this introduction's sake alone. */
  @Column(name = "prospect_is_new")
  private boolean prospectIsNew;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "organization_id", length = 16)
  private @Nullable UUID organizationId;

  @Column(name = "organization_name")
  private @Nullable String organizationName;

  @Column(name = "organization_domain")
  private @Nullable String organizationDomain;

  protected PendingReferral() {}

  PendingReferral(UUID introductionId, IntroductionCandidate candidate) {
    this.introductionId = introductionId;
    this.programId = candidate.programId();
    this.referrerId = candidate.referrerId();
    this.prospectIsNew = candidate.prospectIsNew();
    this.organizationId = candidate.organizationId();
    this.organizationName = candidate.organizationName();
    this.organizationDomain = candidate.organizationDomain();
  }

  boolean prospectIsNew() {
    return prospectIsNew;
  }

  /** Another introduction, for whose sake the prospect was known, is over. */
  void inheritProspect() {
    prospectIsNew = true;
  }

  IntroductionCandidate candidate(Introduction introduction) {
    return new IntroductionCandidate(
        programId,
        introduction.programVersionId(),
        referrerId,
        introduction.personId(Party.CONNECTOR),
        introduction.personId(Party.PROSPECT),
        prospectIsNew,
        organizationId,
        organizationName,
        organizationDomain);
  }
}
