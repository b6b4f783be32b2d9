package app.vouch.referral;

import app.vouch.platform.tenant.TenantOwned;
import app.vouch.program.ApplicableVersion;
import app.vouch.program.EnrolledReferrer;
import app.vouch.referral.ReferralView.ReferrerLink;
import app.vouch.shared.ExternalRef;
import app.vouch.shared.IdType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A referrer sent us a prospect: what was said, what was decided, and where it stands. */
@Entity
@Table(name = "referral")
class Referral extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @Version
  @Column(name = "version")
  private int version;

  @Enumerated(EnumType.STRING)
  @Column(name = "state")
  private ReferralState state;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "program_id", length = 16, updatable = false)
  private UUID programId;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "program_version_id", length = 16, updatable = false)
  private UUID programVersionId;

  @Column(name = "family", updatable = false)
  private String family;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "referrer_id", length = 16, updatable = false)
  private UUID referrerId;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "referrer_person_id", length = 16, updatable = false)
  private UUID referrerPersonId;

  @Column(name = "referrer_name")
  private String referrerName;

  @Embedded private CapturedProspect prospect;

  @Enumerated(EnumType.STRING)
  @Column(name = "source", updatable = false)
  private ReferralSource source;

  @Column(name = "prospect_role", updatable = false)
  private @Nullable String role;

  @Column(name = "reason", updatable = false)
  private @Nullable String reason;

  @Enumerated(EnumType.STRING)
  @Column(name = "basis", updatable = false)
  private LawfulBasis basis;

  @Convert(converter = ReferralJson.OfEvidence.class)
  @Column(name = "evidence", updatable = false)
  private List<Evidence> evidence;

  @Convert(converter = ReferralJson.OfMetadata.class)
  @Column(name = "metadata", updatable = false)
  private Map<String, String> metadata;

  /** A copy of what the platform keeps to find it by, so that reading a referral is one query. */
  @Convert(converter = ReferralJson.OfRefs.class)
  @Column(name = "external_refs", updatable = false)
  private List<ExternalRef> externalRefs;

  @Convert(converter = ReferralJson.OfDecision.class)
  @Column(name = "decision", updatable = false)
  private ReferralDecision decision;

  @Column(name = "reason_code")
  private @Nullable String reasonCode;

  @Embedded private ReferralClocks clocks;

  /** Notices up to here were given; not part of what callers see, so it makes no version. */
  @OptimisticLock(excluded = true)
  @Column(name = "noticed_until")
  private Instant noticedUntil;

  @Column(name = "occurred_at", updatable = false)
  private @Nullable Instant occurredAt;

  @Column(name = "received_at", updatable = false)
  private Instant receivedAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected Referral() {}

  Referral(
      UUID id,
      CaptureReferral said,
      CapturedProspect prospect,
      EnrolledReferrer referrer,
      ApplicableVersion program,
      ReferralDecision decision,
      ReferralClocks clocks,
      Instant receivedAt) {
    this.id = id;
    this.version = 1;
    this.state = ReferralLifecycle.TABLE.initial();
    this.programId = program.programId();
    this.programVersionId = program.versionId();
    this.family = program.family();
    this.referrerId = referrer.id();
    this.referrerPersonId = referrer.personId();
    this.referrerName = referrer.name();
    this.prospect = prospect;
    this.source = said.sourceOrDefault();
    this.role = said.role();
    this.reason = said.reason();
    this.basis = said.basisOrDefault();
    this.evidence = said.evidenceOrNone();
    this.metadata = said.metadataOrNone();
    this.externalRefs =
        said.refs().stream().map(ref -> ref.complete(IdType.REFERRAL)).distinct().toList();
    this.decision = decision;
    this.clocks = clocks;
    this.noticedUntil = receivedAt;
    this.occurredAt = said.occurredAt();
    this.receivedAt = receivedAt;
    this.updatedAt = receivedAt;
  }

  /**
   * @param because null where the move needs no reason
   */
  void changeTo(ReferralState to, @Nullable String because, Instant now) {
    state = to;
    reasonCode = because;
    updatedAt = now;
  }

  void thanked(Instant now) {
    if (clocks.thankedAt() == null) {
      clocks.thanked(now);
      updatedAt = now;
    }
  }

  void privacyNoticeGiven(Instant now) {
    if (clocks.privacyNoticedAt() == null) {
      clocks.noticeGiven(now);
      updatedAt = now;
    }
  }

  /**
   * @param due null while nobody is to be contacted yet
   */
  void contactBy(@Nullable Instant due, Instant now) {
    clocks.contactBy(due);
    updatedAt = now;
  }

  void noticed(Instant until) {
    noticedUntil = until;
  }

  UUID id() {
    return id;
  }

  int version() {
    return version;
  }

  ReferralState state() {
    return state;
  }

  UUID programVersionId() {
    return programVersionId;
  }

  ReferralClocks clocks() {
    return clocks;
  }

  Instant noticedUntil() {
    return noticedUntil;
  }

  ReferralDecision decision() {
    return decision;
  }

  @Nullable String reasonCode() {
    return reasonCode;
  }

  /** The first moment at which somebody must look again. */
  @Nullable Instant nextAlarm() {
    return clocks.nextAlarm(state, noticedUntil);
  }

  ProspectKey prospectKey() {
    return new ProspectKey(family, prospect.emailKey());
  }

  ReferralFacts facts() {
    return new ReferralFacts(
        id,
        state,
        programId,
        programVersionId,
        referrerId,
        referrerPersonId,
        prospect.personId(),
        prospect.organizationId(),
        source,
        receivedAt,
        occurredAt);
  }

  /**
   * There is one for each referral, and nothing to keep of it: it has the referral's own number.
   */
  private String thankYouMessage() {
    return IdType.MESSAGE.format(id);
  }

  /** With the competing referrals, which only some callers may see. */
  ReferralView view() {
    return new ReferralView(
        IdType.REFERRAL.format(id),
        version,
        state,
        state.coarse(),
        IdType.PROGRAM.format(programId),
        IdType.PROGRAM_VERSION.format(programVersionId),
        source,
        prospect.link(),
        new ReferrerLink(IdType.REFERRER.format(referrerId), referrerName),
        role,
        reason,
        basis,
        evidence,
        decision,
        reasonCode,
        clocks.view(),
        clocks.thankedAt(),
        clocks.openThankYou() == null ? null : thankYouMessage(),
        clocks.privacyNoticedAt(),
        occurredAt,
        receivedAt,
        updatedAt,
        metadata,
        externalRefs,
        CallerAction.allowed(state));
  }
}
