package app.vouch.program;

import app.vouch.platform.access.Actor;
import app.vouch.platform.tenant.TenantOwned;
import app.vouch.shared.IdType;
import app.vouch.shared.Sha256;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A referrer's yes to one version of a program's terms. */
@Entity
@Immutable
@Table(name = "terms_acceptance")
class TermsAcceptance extends TenantOwned {
  static final String PURPOSE = "PROGRAM_TERMS";

  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "referrer_id", length = 16)
  private UUID referrerId;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "person_id", length = 16)
  private UUID personId;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "program_version_id", length = 16)
  private UUID programVersionId;

  @Column(name = "terms_version")
  private String termsVersion;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(name = "channel")
  private TermsChannel channel;

  @Column(name = "accepted_at")
  private Instant acceptedAt;

  /** What was shown, in full. */
  @Column(name = "wording")
  private @Nullable String wording;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "page_link_id", length = 16)
  private @Nullable UUID pageLinkId;

  @Column(name = "remote_address")
  private @Nullable String remoteAddress;

  @Column(name = "user_agent")
  private @Nullable String userAgent;

  @Column(name = "evidence")
  private @Nullable String evidence;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(name = "actor_type")
  private Actor.Type actorType;

  @Column(name = "actor_id")
  private String actorId;

  @Column(name = "actor_name")
  private @Nullable String actorName;

  protected TermsAcceptance() {}

  TermsAcceptance(
      UUID id,
      EnrolledReferrer referrer,
      UUID programVersionId,
      String termsVersion,
      TermsProof proof,
      Actor actor,
      Instant now) {
    this.id = id;
    this.referrerId = referrer.id();
    this.personId = referrer.personId();
    this.programVersionId = programVersionId;
    this.termsVersion = termsVersion;
    this.channel = proof.channel();
    this.acceptedAt = now;
    this.wording = proof.wording();
    this.pageLinkId = proof.pageLinkId();
    this.remoteAddress = proof.remoteAddress();
    this.userAgent = proof.userAgent();
    this.evidence = proof.evidence();
    this.actorType = actor.type();
    this.actorId = actor.id();
    this.actorName = actor.name();
  }

  String termsVersion() {
    return termsVersion;
  }

  TermsAcceptanceView view() {
    return new TermsAcceptanceView(
        IdType.CONSENT.format(id),
        PURPOSE,
        IdType.REFERRER.format(referrerId),
        IdType.PERSON.format(personId),
        IdType.PROGRAM_VERSION.format(programVersionId),
        termsVersion,
        channel,
        channel != TermsChannel.LINK,
        acceptedAt,
        wording == null ? null : HexFormat.of().formatHex(Sha256.of(wording)),
        wording,
        IdType.PAGE_LINK.formatNullable(pageLinkId),
        remoteAddress,
        userAgent,
        evidence,
        new Actor(actorType, actorId, actorName));
  }
}
