package app.vouch.introduction;

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

/** A copy of a message that Vouch mails to one recipient, and how far that has come. */
@Entity
@Table(name = "message_mail")
class MessageMail extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "message_id", length = 16)
  private UUID messageId;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "introduction_id", length = 16)
  private UUID introductionId;

  @Enumerated(EnumType.STRING)
  @Column(name = "recipient")
  private RecipientRole recipient;

  @Enumerated(EnumType.STRING)
  @Column(name = "state")
  private MailState state;

  @Column(name = "attempts")
  private int attempts;

  /** Whose attempt it is; that of an earlier claim may not hand it over. */
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "claim_id", length = 16)
  private @Nullable UUID claimId;

  /** Written right before the line after which the mail server has it. */
  @Column(name = "handed_over_at")
  private @Nullable Instant handedOverAt;

  @Column(name = "next_attempt_at")
  private @Nullable Instant nextAttemptAt;

  @Column(name = "sent_at")
  private @Nullable Instant sentAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "problem")
  private @Nullable MailProblem problem;

  @Column(name = "detail")
  private @Nullable String detail;

  /** What a test tenant would have mailed, sealed: it holds links. */
  @Column(name = "outbox")
  private byte @Nullable [] outbox;

  @Column(name = "created_at")
  private Instant createdAt;

  protected MessageMail() {}

  MessageMail(UUID id, Message message, RecipientRole recipient, Instant at, Instant now) {
    this.id = id;
    this.messageId = message.id();
    this.introductionId = message.introductionId();
    this.recipient = recipient;
    this.state = MailState.QUEUED;
    this.nextAttemptAt = at;
    this.createdAt = now;
  }

  void start(UUID claim) {
    state = MailState.SENDING;
    claimId = claim;
    attempts++;
    handedOverAt = null;
    nextAttemptAt = null;
  }

  void handOver(Instant now) {
    handedOverAt = now;
  }

  void tryAgain(Instant at, @Nullable MailProblem why, @Nullable String said) {
    state = MailState.QUEUED;
    handedOverAt = null;
    nextAttemptAt = at;
    problem = why;
    detail = said;
  }

  void sent(Instant now) {
    end(MailState.SENT, null, null);
    sentAt = now;
  }

  void keep(byte[] sealed) {
    outbox = sealed.clone();
  }

  void fail(MailProblem why, @Nullable String said) {
    end(MailState.FAILED, why, said);
  }

  void cancel() {
    end(MailState.CANCELLED, problem, detail);
  }

  private void end(MailState last, @Nullable MailProblem why, @Nullable String said) {
    state = last;
    nextAttemptAt = null;
    problem = why;
    detail = said;
  }

  boolean isClaimedBy(UUID claim) {
    return claim.equals(claimId);
  }

  /** Whether Vouch is at it still. */
  boolean isUnderWay() {
    return state == MailState.QUEUED || state == MailState.SENDING;
  }

  boolean isHandedOver() {
    return handedOverAt != null;
  }

  UUID id() {
    return id;
  }

  UUID messageId() {
    return messageId;
  }

  RecipientRole recipient() {
    return recipient;
  }

  MailState state() {
    return state;
  }

  int attempts() {
    return attempts;
  }

  byte @Nullable [] outbox() {
    return outbox == null ? null : outbox.clone();
  }

  MailView view(MailView.@Nullable MailContent content) {
    return new MailView(
        recipient, state, attempts, nextAttemptAt, sentAt, problem, detail, content);
  }
}
