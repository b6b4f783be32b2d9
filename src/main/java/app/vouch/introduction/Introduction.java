package app.vouch.introduction;

import app.vouch.platform.tenant.TenantOwned;
import app.vouch.program.ProgramSettings.Sending;
import app.vouch.referral.ReferralFacts;
import app.vouch.shared.IdType;
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

/** The double opt-in around one referral. */
@Entity
@Table(name = "introduction")
class Introduction extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  /** Null until the connector agrees, where it was not asked for with a referral. */
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "referral_id", length = 16)
  private @Nullable UUID referralId;

  /** The version that applied to the referral; its clocks apply here. */
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "program_version_id", length = 16)
  private UUID programVersionId;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "connector_person_id", length = 16)
  private UUID connectorPersonId;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "prospect_person_id", length = 16)
  private UUID prospectPersonId;

  /** That the prospect gave with their yes; null where one was known before. */
  @Column(name = "prospect_email")
  private @Nullable String prospectEmail;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "prospect_email_key", length = 32)
  private byte @Nullable [] prospectEmailKey;

  @Column(name = "requester_name")
  private String requesterName;

  @Column(name = "requester_email")
  private @Nullable String requesterEmail;

  @Column(name = "subject")
  private String subject;

  @Column(name = "context")
  private String context;

  @Enumerated(EnumType.STRING)
  @Column(name = "sending")
  private Sending sending;

  @Enumerated(EnumType.STRING)
  @Column(name = "state")
  private IntroductionState state;

  /** Counts the steps, so that a timer or message of an earlier step knows that it is stale. */
  @Column(name = "step_no")
  private int stepNo;

  /** When the present state ends by itself. */
  @Column(name = "expires_at")
  private @Nullable Instant expiresAt;

  @Column(name = "deferrals")
  private int deferrals;

  @Enumerated(EnumType.STRING)
  @Column(name = "deferred_by")
  private @Nullable Party deferredBy;

  @Column(name = "deferred_until")
  private @Nullable Instant deferredUntil;

  @Enumerated(EnumType.STRING)
  @Column(name = "outcome")
  private @Nullable IntroductionOutcome outcome;

  /** Why it is in the present state, where a reason was given. */
  @Column(name = "reason_code")
  private @Nullable String reasonCode;

  /** The message that somebody should send now. */
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "due_message_id", length = 16)
  private @Nullable UUID dueMessageId;

  @Version
  @Column(name = "version")
  private int version;

  @Column(name = "requested_at")
  private Instant requestedAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected Introduction() {}

  Introduction(UUID id, IntroductionRequest request, Instant now) {
    this.id = id;
    this.referralId = request.referralId();
    this.programVersionId = request.programVersionId();
    this.connectorPersonId = request.connectorPersonId();
    this.prospectPersonId = request.prospectPersonId();
    this.requesterName = request.requesterName();
    this.requesterEmail = request.requesterEmail();
    this.subject = request.subject();
    this.context = request.context();
    this.sending = request.sending();
    this.state = IntroductionLifecycle.TABLE.initial();
    this.stepNo = 1;
    this.version = 1;
    this.requestedAt = now;
    this.updatedAt = now;
  }

  /** Takes over what a step decided. */
  void changeTo(IntroductionState next, IntroductionMove move, Instant now) {
    if (next == IntroductionState.DEFERRED) {
      deferrals++;
      deferredBy = state == IntroductionState.REQUESTED ? Party.CONNECTOR : Party.PROSPECT;
      deferredUntil = move.until();
    } else {
      deferredBy = null;
      deferredUntil = null;
    }
    if (move.outcome() != null) {
      outcome = move.outcome();
    }
    state = next;
    stepNo++;
    expiresAt = null;
    dueMessageId = null;
    updatedAt = now;
  }

  /** The connector agreed, and so refers the prospect; the referral's rules apply from now on. */
  void isAbout(ReferralFacts referral) {
    referralId = referral.id();
    programVersionId = referral.programVersionId();
  }

  void expireAt(@Nullable Instant at) {
    expiresAt = at;
  }

  void because(@Nullable String reason) {
    reasonCode = reason;
  }

  void reachProspectAt(String email, byte[] emailKey) {
    prospectEmail = email;
    prospectEmailKey = emailKey.clone();
  }

  Sending sending() {
    return sending;
  }

  /** Vouch mails the message that somebody else should have sent. */
  void stopAwaiting(UUID messageId) {
    if (messageId.equals(dueMessageId)) {
      dueMessageId = null;
    }
  }

  void awaitMessage(UUID messageId) {
    dueMessageId = messageId;
  }

  UUID id() {
    return id;
  }

  @Nullable UUID referralId() {
    return referralId;
  }

  UUID programVersionId() {
    return programVersionId;
  }

  UUID personId(Party party) {
    return switch (party) {
      case CONNECTOR -> connectorPersonId;
      case PROSPECT -> prospectPersonId;
    };
  }

  @Nullable String prospectEmail() {
    return prospectEmail;
  }

  byte @Nullable [] prospectEmailKey() {
    return prospectEmailKey == null ? null : prospectEmailKey.clone();
  }

  String requesterName() {
    return requesterName;
  }

  @Nullable String requesterEmail() {
    return requesterEmail;
  }

  String subject() {
    return subject;
  }

  String context() {
    return context;
  }

  IntroductionState state() {
    return state;
  }

  int stepNo() {
    return stepNo;
  }

  int version() {
    return version;
  }

  @Nullable Instant expiresAt() {
    return expiresAt;
  }

  @Nullable IntroductionOutcome outcome() {
    return outcome;
  }

  /** How often a party said "not now". */
  int deferrals() {
    return deferrals;
  }

  @Nullable String reasonCode() {
    return reasonCode;
  }

  @Nullable Party deferredBy() {
    return deferredBy;
  }

  @Nullable Instant deferredUntil() {
    return deferredUntil;
  }

  /** Whom the present state waits for, if it waits for an answer. */
  @Nullable Party asked() {
    return switch (state) {
      case REQUESTED -> Party.CONNECTOR;
      case PROSPECT_ASKED -> Party.PROSPECT;
      case CONNECTOR_ACCEPTED,
          MUTUAL,
          INTRODUCED,
          REPLIED,
          MET,
          CLOSED,
          CONNECTOR_DECLINED,
          PROSPECT_DECLINED,
          DEFERRED,
          EXPIRED,
          WITHDRAWN,
          CANCELLED ->
          null;
    };
  }

  IntroductionFacts facts() {
    return new IntroductionFacts(id, referralId, connectorPersonId, prospectPersonId);
  }

  IntroductionView view() {
    return new IntroductionView(
        IdType.INTRODUCTION.format(id),
        version,
        state,
        IdType.REFERRAL.formatNullable(referralId),
        IdType.PROGRAM_VERSION.format(programVersionId),
        IdType.PERSON.format(connectorPersonId),
        IdType.PERSON.format(prospectPersonId),
        prospectEmail,
        new IntroductionView.RequesterView(requesterName, requesterEmail),
        subject,
        context,
        sending,
        expiresAt,
        deferredBy,
        deferredUntil,
        outcome,
        reasonCode,
        IdType.MESSAGE.formatNullable(dueMessageId),
        requestedAt,
        updatedAt,
        CallerAction.allowed(state, deferredBy));
  }
}
