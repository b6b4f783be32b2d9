package app.vouch.introduction;

import app.vouch.platform.event.EventType;
import app.vouch.program.template.TemplateKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message is for. The connector sends, so all go to the connector, but for the requester's
 * follow-up; some bring a link for the party that is asked.
 */
public enum MessageKind {
  CONNECTOR_ASK(TemplateKind.CONNECTOR_ASK, Party.CONNECTOR, Party.CONNECTOR),
  CONNECTOR_REMINDER(TemplateKind.CONNECTOR_REMINDER, Party.CONNECTOR, Party.CONNECTOR),
  /** For the connector to forward to the prospect. */
  PROSPECT_INVITATION(TemplateKind.PROSPECT_INVITATION, Party.PROSPECT, Party.PROSPECT),
  /** Asks the connector whether the prospect has seen it; the forwarded link stays valid. */
  PROSPECT_REMINDER(TemplateKind.PROSPECT_REMINDER, Party.CONNECTOR, null),
  /** Asks the prospect again, where Vouch mails them itself. */
  INVITATION_REMINDER(TemplateKind.INVITATION_REMINDER, Party.PROSPECT, Party.PROSPECT),
  /** For the connector to send to both. */
  INTRODUCTION(TemplateKind.INTRODUCTION, Party.PROSPECT, null),
  /** Asks the requester what came of the introduction. */
  REQUESTER_FOLLOW_UP(TemplateKind.REQUESTER_FOLLOW_UP, null, null),
  /** Asks the connector what they have heard of the introduction. */
  CONNECTOR_FOLLOW_UP(TemplateKind.CONNECTOR_FOLLOW_UP, Party.CONNECTOR, null),
  /**
   * Tells a connector who had agreed that the introduction will not be made. The words are the same
   * whoever ended it, and why.
   */
  CONNECTOR_CALLED_OFF(TemplateKind.CONNECTOR_CALLED_OFF, Party.CONNECTOR, null),
  /** Tells a prospect who had agreed; for the connector to forward. */
  PROSPECT_CALLED_OFF(TemplateKind.PROSPECT_CALLED_OFF, Party.PROSPECT, null),
  /** Tells the referrer what has become of the referral. */
  REFERRER_UPDATE(TemplateKind.STATUS_UPDATE, null, null),
  /** Thanks the referrer; sending it is recorded by {@code recordThanks}. */
  THANK_YOU(TemplateKind.THANK_YOU, null, null);

  private final TemplateKind template;
  private final @Nullable Party reader;
  private final @Nullable Party linkFor;

  MessageKind(TemplateKind template, @Nullable Party reader, @Nullable Party linkFor) {
    this.template = template;
    this.reader = reader;
    this.linkFor = linkFor;
  }

  /** Which words it is written in. */
  TemplateKind template() {
    return template;
  }

  /**
   * For which party the text is written, whoever gets it first; null where it is about no consent
   * of the reader's. Once that party has agreed, the text brings a link to take it back.
   */
  @Nullable Party reader() {
    return reader;
  }

  static MessageKind calledOff(Party party) {
    return switch (party) {
      case CONNECTOR -> CONNECTOR_CALLED_OFF;
      case PROSPECT -> PROSPECT_CALLED_OFF;
    };
  }

  /** Whose opt-in link the message brings, if it brings one. */
  @Nullable Party linkFor() {
    return linkFor;
  }

  /** To whom Vouch mails it, where it sends itself; nobody where it never does. */
  List<RecipientRole> mailedTo() {
    return switch (this) {
      case CONNECTOR_ASK, CONNECTOR_REMINDER, CONNECTOR_FOLLOW_UP, CONNECTOR_CALLED_OFF ->
          List.of(RecipientRole.CONNECTOR);
      case PROSPECT_INVITATION, INVITATION_REMINDER, PROSPECT_CALLED_OFF ->
          List.of(RecipientRole.PROSPECT);
      case INTRODUCTION -> List.of(RecipientRole.PROSPECT, RecipientRole.CONNECTOR);
      case REQUESTER_FOLLOW_UP -> List.of(RecipientRole.REQUESTER);
      case PROSPECT_REMINDER, REFERRER_UPDATE, THANK_YOU -> List.of();
    };
  }

  /** Who gets a copy, if they have an address. */
  List<RecipientRole> copiedTo() {
    return this == INTRODUCTION ? List.of(RecipientRole.REQUESTER) : List.of();
  }

  /** With which event the CRM learns that it is to be sent. */
  EventType notice() {
    return switch (this) {
      case CONNECTOR_REMINDER, PROSPECT_REMINDER, INVITATION_REMINDER ->
          EventType.INTRODUCTION_REMINDER_DUE;
      case CONNECTOR_FOLLOW_UP, REQUESTER_FOLLOW_UP -> EventType.INTRODUCTION_FOLLOW_UP_DUE;
      case CONNECTOR_ASK,
          PROSPECT_INVITATION,
          INTRODUCTION,
          CONNECTOR_CALLED_OFF,
          PROSPECT_CALLED_OFF,
          REFERRER_UPDATE,
          THANK_YOU ->
          EventType.INTRODUCTION_MESSAGE_DUE;
    };
  }

  /** Who gets the message from the CRM. */
  RecipientRole recipient() {
    return this == REQUESTER_FOLLOW_UP ? RecipientRole.REQUESTER : RecipientRole.CONNECTOR;
  }
}
