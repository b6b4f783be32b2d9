package app.vouch.introduction;

import app.vouch.platform.page.TokenSecret;
import app.vouch.platform.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A link's secret, of which only the hash is kept, and what it is good for. */
@Entity
@Table(name = "introduction_token")
class IntroductionToken extends TenantOwned {

  /** What a token does. */
  enum Kind {
    /** One answer. */
    OPT_IN,
    /** Takes a consent back, any number of times. */
    WITHDRAW,
    /** Ends all messages to whom it was sent; for ever, any number of times. */
    OPT_OUT
  }

  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @Column(name = "hash")
  private byte[] hash;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind")
  private Kind kind;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "introduction_id", length = 16)
  private UUID introductionId;

  @Enumerated(EnumType.STRING)
  @Column(name = "party")
  private Party party;

  @Enumerated(EnumType.STRING)
  @Column(name = "purpose")
  private ConsentPurpose purpose;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "person_id", length = 16)
  private UUID personId;

  /** With OPT_IN: the step that asked; the next one is the deferral, where there is one. */
  @Column(name = "step_no")
  private int stepNo;

  @Column(name = "issued_at")
  private Instant issuedAt;

  @Column(name = "expires_at")
  private @Nullable Instant expiresAt;

  @Column(name = "used_at")
  private @Nullable Instant usedAt;

  @Column(name = "revoked_at")
  private @Nullable Instant revokedAt;

  /** With OPT_OUT: the address to which the link was sent, where one was known. */
  @Column(name = "email_key")
  private byte @Nullable [] emailKey;

  protected IntroductionToken() {}

  private IntroductionToken(
      UUID id,
      TokenSecret secret,
      Kind kind,
      Introduction introduction,
      Party party,
      @Nullable Instant expiresAt,
      Instant now) {
    this.id = id;
    this.hash = secret.hash();
    this.kind = kind;
    this.introductionId = introduction.id();
    this.party = party;
    this.purpose = party.purpose();
    this.personId = introduction.personId(party);
    this.stepNo = introduction.stepNo();
    this.expiresAt = expiresAt;
    this.issuedAt = now;
  }

  static IntroductionToken optIn(
      UUID id,
      TokenSecret secret,
      Introduction introduction,
      Party party,
      Instant expiresAt,
      Instant now) {
    return new IntroductionToken(id, secret, Kind.OPT_IN, introduction, party, expiresAt, now);
  }

  static IntroductionToken withdrawal(
      UUID id, TokenSecret secret, Introduction introduction, Party party, Instant now) {
    return new IntroductionToken(id, secret, Kind.WITHDRAW, introduction, party, null, now);
  }

  static IntroductionToken optOut(
      UUID id,
      TokenSecret secret,
      Introduction introduction,
      byte @Nullable [] emailKey,
      Instant now) {
    IntroductionToken token =
        new IntroductionToken(id, secret, Kind.OPT_OUT, introduction, Party.PROSPECT, null, now);
    token.emailKey = emailKey;
    return token;
  }

  /**
   * Whether it can be answered with now: the introduction still waits for this very answer, or the
   * party has put it off and may be back before the time.
   */
  boolean isOpen(Introduction introduction, Instant now) {
    return kind == Kind.OPT_IN
        && usedAt == null
        && revokedAt == null
        && (isAwaited(introduction, now) || isPutOff(introduction));
  }

  private boolean isAwaited(Introduction introduction, Instant now) {
    return expiresAt != null
        && now.isBefore(expiresAt)
        && introduction.asked() == party
        && introduction.stepNo() == stepNo;
  }

  /** However long that takes: what was put off in time does not lapse meanwhile. */
  private boolean isPutOff(Introduction introduction) {
    return introduction.deferredBy() == party && introduction.stepNo() == stepNo + 1;
  }

  void use(Instant now) {
    usedAt = now;
  }

  void revoke(Instant now) {
    revokedAt = now;
  }

  UUID id() {
    return id;
  }

  byte[] hash() {
    return hash.clone();
  }

  Kind kind() {
    return kind;
  }

  UUID introductionId() {
    return introductionId;
  }

  UUID personId() {
    return personId;
  }

  byte @Nullable [] emailKey() {
    return emailKey == null ? null : emailKey.clone();
  }

  Party party() {
    return party;
  }
}
