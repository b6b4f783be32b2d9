package app.vouch.introduction;

import app.vouch.platform.tenant.TenantOwned;
import app.vouch.program.template.MessageWriter;
import app.vouch.shared.IdType;
import app.vouch.shared.Language;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A message that somebody should send. Its text and link are made when it is rendered. */
@Entity
@Table(name = "message")
class Message extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "introduction_id", length = 16)
  private UUID introductionId;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind")
  private MessageKind kind;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "recipient_person_id", length = 16)
  private @Nullable UUID recipientPersonId;

  /** Of a reminder or a follow-up: which of its step it is, from 1; one row for each. */
  @Column(name = "notice_no")
  private @Nullable Integer number;

  /** The step of the introduction that wants it; a later step makes it stale. */
  @Column(name = "step_no")
  private int stepNo;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "created_at")
  private Instant createdAt;

  protected Message() {}

  Message(
      UUID id,
      MessageKind kind,
      @Nullable Integer number,
      Introduction introduction,
      Instant expiresAt,
      Instant now) {
    this.id = id;
    this.kind = kind;
    this.introductionId = introduction.id();
    this.number = number;
    this.recipientPersonId =
        switch (kind.recipient()) {
          case CONNECTOR, REFERRER -> introduction.personId(Party.CONNECTOR);
          case PROSPECT, REQUESTER -> null;
        };
    this.stepNo = introduction.stepNo();
    this.expiresAt = expiresAt;
    this.createdAt = now;
  }

  UUID id() {
    return id;
  }

  UUID introductionId() {
    return introductionId;
  }

  MessageKind kind() {
    return kind;
  }

  Instant expiresAt() {
    return expiresAt;
  }

  boolean isSendable(Introduction introduction, Instant now) {
    return stepNo == introduction.stepNo() && now.isBefore(expiresAt);
  }

  /** The copy for somebody who need not have it goes out once the introduction is made. */
  boolean isMailable(Introduction introduction, RecipientRole recipient, Instant now) {
    return kind.mailedTo().contains(recipient)
        ? isSendable(introduction, now)
        : introduction.state().isMade() && now.isBefore(expiresAt);
  }

  RenderedMessageView rendered(
      Introduction introduction,
      Language language,
      MessageWriter.Written text,
      @Nullable String link,
      @Nullable String optOut,
      @Nullable String withdrawal) {
    return new RenderedMessageView(
        IdType.MESSAGE.format(id),
        kind,
        IdType.INTRODUCTION.format(introductionId),
        IdType.REFERRAL.formatNullable(introduction.referralId()),
        kind.recipient(),
        IdType.PERSON.formatNullable(recipientPersonId),
        language,
        text.subject(),
        text.text(),
        link,
        optOut,
        withdrawal,
        RenderedMessageView.headers(optOut),
        false,
        expiresAt);
  }

  /** Whether somebody else has to send it: Vouch mails it not, or could not mail it to all. */
  static boolean isLeftToCrm(Collection<MailState> mails) {
    return mails.isEmpty()
        || (mails.contains(MailState.FAILED)
            && !mails.contains(MailState.QUEUED)
            && !mails.contains(MailState.SENDING));
  }

  /**
   * @param mails the copies that Vouch mails itself
   * @param wanted whether those who are to read it may be written to
   */
  MessageView view(Introduction introduction, boolean wanted, List<MailView> mails, Instant now) {
    boolean left = isLeftToCrm(mails.stream().map(MailView::state).toList());
    return new MessageView(
        IdType.MESSAGE.format(id),
        kind,
        IdType.INTRODUCTION.format(introductionId),
        kind.recipient(),
        IdType.PERSON.formatNullable(recipientPersonId),
        wanted && left && isSendable(introduction, now),
        mails,
        createdAt,
        expiresAt);
  }

  /**
   * @param mailedTo who has got it already
   */
  MessageNotice notice(List<RecipientRole> mailedTo) {
    return new MessageNotice(
        IdType.MESSAGE.format(id),
        kind,
        new MessageNotice.Recipient(
            kind.recipient(), IdType.PERSON.formatNullable(recipientPersonId)),
        mailedTo,
        expiresAt);
  }
}
