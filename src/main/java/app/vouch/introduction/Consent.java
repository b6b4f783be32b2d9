package app.vouch.introduction;

import app.vouch.platform.access.Actor;
import app.vouch.platform.tenant.TenantOwned;
import app.vouch.shared.IdType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One party's recorded yes or no. Append-only: taking it back is a {@link ConsentWithdrawal}. */
@Entity
@Table(name = "consent")
class Consent extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "introduction_id", length = 16)
  private UUID introductionId;

  @Enumerated(EnumType.STRING)
  @Column(name = "party")
  private Party party;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "person_id", length = 16)
  private UUID personId;

  @Enumerated(EnumType.STRING)
  @Column(name = "purpose")
  private ConsentPurpose purpose;

  @Enumerated(EnumType.STRING)
  @Column(name = "decision")
  private ConsentDecision decision;

  @Enumerated(EnumType.STRING)
  @Column(name = "channel")
  private ConsentChannel channel;

  @Column(name = "decided_at")
  private Instant decidedAt;

  /** Null for a no. */
  @Column(name = "expires_at")
  private @Nullable Instant expiresAt;

  @Column(name = "wording_version")
  private @Nullable String wordingVersion;

  @Column(name = "wording_hash")
  private byte @Nullable [] wordingHash;

  @Column(name = "remote_address")
  private @Nullable String remoteAddress;

  @Column(name = "user_agent")
  private @Nullable String userAgent;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "token_id", length = 16)
  private @Nullable UUID tokenId;

  @Column(name = "evidence")
  private @Nullable String evidence;

  @Enumerated(EnumType.STRING)
  @Column(name = "actor_type")
  private Actor.Type actorType;

  @Column(name = "actor_id")
  private String actorId;

  @Column(name = "actor_name")
  private @Nullable String actorName;

  protected Consent() {}

  Consent(
      UUID id,
      UUID introductionId,
      UUID personId,
      Party party,
      ConsentDecision decision,
      ConsentProof proof,
      Actor actor,
      Instant decidedAt,
      @Nullable Instant expiresAt) {
    this.id = id;
    this.introductionId = introductionId;
    this.personId = personId;
    this.party = party;
    this.purpose = party.purpose();
    this.decision = decision;
    this.channel = proof.channel();
    this.wordingVersion = proof.wordingVersion();
    this.wordingHash = proof.wordingHash();
    this.remoteAddress = proof.remoteAddress();
    this.userAgent = proof.userAgent();
    this.tokenId = proof.tokenId();
    this.evidence = proof.evidence();
    this.actorType = actor.type();
    this.actorId = actor.id();
    this.actorName = actor.name();
    this.decidedAt = decidedAt;
    this.expiresAt = expiresAt;
  }

  UUID id() {
    return id;
  }

  UUID introductionId() {
    return introductionId;
  }

  Party party() {
    return party;
  }

  boolean isGiven() {
    return decision == ConsentDecision.GIVEN;
  }

  @Nullable Instant expiresAt() {
    return expiresAt;
  }

  boolean hasLapsed(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }

  byte @Nullable [] wordingHash() {
    return wordingHash == null ? null : wordingHash.clone();
  }

  /**
   * @param texts the texts that were kept, by hash
   */
  ConsentView view(@Nullable ConsentWithdrawal withdrawal, Map<String, String> texts) {
    String hash = wordingHash == null ? null : HexFormat.of().formatHex(wordingHash);
    return new ConsentView(
        IdType.CONSENT.format(id),
        IdType.INTRODUCTION.format(introductionId),
        party,
        IdType.PERSON.format(personId),
        purpose,
        decision,
        channel,
        channel != ConsentChannel.LINK,
        decidedAt,
        expiresAt,
        withdrawal == null ? null : withdrawal.withdrawnAt(),
        withdrawal == null ? null : withdrawal.view(),
        wordingVersion,
        hash,
        hash == null ? null : texts.get(hash),
        tokenId == null ? null : tokenId.toString(),
        remoteAddress,
        userAgent,
        evidence,
        new Actor(actorType, actorId, actorName));
  }
}
