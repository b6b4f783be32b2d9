package app.vouch.introduction;

import app.vouch.directory.Suppressions;
import app.vouch.introduction.IntroductionEvents.IntroductionNotice;
import app.vouch.platform.event.EventType;
import app.vouch.platform.event.Events;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Mails messages, or says that somebody should send them. */
@ApplicationScoped
class IntroductionMessages {
  /** How long it makes sense to send what asks for no answer by link. */
  private static final Duration NEWS_LIFE = Duration.ofDays(14);

  /** The prospect hears from us twice at most before they answer. */
  private static final int MOST_MAILED_REMINDERS = 1;

  private final MessageRepository messages;
  private final IntroductionRepository introductions;
  private final MessageMails mails;
  private final Suppressions suppressions;
  private final Events events;
  private final Uuid7 ids;
  private final Clock clock;

  IntroductionMessages(
      MessageRepository messages,
      IntroductionRepository introductions,
      MessageMails mails,
      Suppressions suppressions,
      Events events,
      Uuid7 ids,
      Clock clock) {
    this.messages = messages;
    this.introductions = introductions;
    this.mails = mails;
    this.suppressions = suppressions;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * The messages that the state just entered wants.
   *
   * @param agreed who has said yes, and learns that it came to nothing
   */
  List<Message> prepare(Introduction introduction, List<Party> agreed, Instant now) {
    List<MessageKind> kinds =
        switch (introduction.state()) {
          case REQUESTED -> List.of(MessageKind.CONNECTOR_ASK);
          case PROSPECT_ASKED -> List.of(MessageKind.PROSPECT_INVITATION);
          case MUTUAL -> List.of(MessageKind.INTRODUCTION);
          case PROSPECT_DECLINED, EXPIRED, WITHDRAWN, CANCELLED ->
              agreed.stream().map(MessageKind::calledOff).toList();
          case CONNECTOR_ACCEPTED, INTRODUCED, REPLIED, MET, CLOSED, CONNECTOR_DECLINED, DEFERRED ->
              List.of();
        };
    if (kinds.isEmpty()) {
      return List.of();
    }
    Reach reach = reach(introduction);
    Instant end = introduction.expiresAt() == null ? now.plus(NEWS_LIFE) : introduction.expiresAt();
    List<Message> made =
        kinds.stream()
            .filter(reach::covers)
            .map(kind -> new Message(ids.next(), kind, null, introduction, end, now))
            .toList();
    messages.persist(made);
    made.stream()
        .filter(message -> mails.recipients(introduction, message.kind()).isEmpty())
        .findFirst()
        .ifPresent(first -> introduction.awaitMessage(first.id()));
    return made;
  }

  /**
   * The party that is asked has not answered yet.
   *
   * @param number of the reminder; each is announced once, however often this is called
   */
  void remind(Introduction introduction, int number) {
    Party asked = introduction.asked();
    Instant end = introduction.expiresAt();
    if (asked == null || end == null || !clock.instant().isBefore(end)) {
      return;
    }
    MessageKind kind =
        switch (asked) {
          case CONNECTOR -> MessageKind.CONNECTOR_REMINDER;
          case PROSPECT ->
              mails.recipients(introduction, MessageKind.INVITATION_REMINDER).isEmpty()
                  ? MessageKind.PROSPECT_REMINDER
                  : MessageKind.INVITATION_REMINDER;
        };
    if (kind == MessageKind.INVITATION_REMINDER
        && (number > MOST_MAILED_REMINDERS || messages.wasReminded(introduction.id()))) {
      return;
    }
    once(EventType.INTRODUCTION_REMINDER_DUE, kind, number, introduction, end);
  }

  /**
   * Nobody has said what came of the introduction: both who asked for it and who made it are asked.
   *
   * @param number of the follow-up; each is announced once, however often this is called
   */
  void followUp(Introduction introduction, int number) {
    Instant end = clock.instant().plus(NEWS_LIFE);
    for (MessageKind kind :
        List.of(MessageKind.REQUESTER_FOLLOW_UP, MessageKind.CONNECTOR_FOLLOW_UP)) {
      once(EventType.INTRODUCTION_FOLLOW_UP_DUE, kind, number, introduction, end);
    }
  }

  /** The introduction is locked, so that of two callers one comes second and finds the message. */
  private void once(
      EventType type, MessageKind kind, int number, Introduction introduction, Instant end) {
    if (reach(introduction).covers(kind) && !messages.exists(introduction, kind, number)) {
      Message message = new Message(ids.next(), kind, number, introduction, end, clock.instant());
      messages.persist(message);
      announce(type, introduction, message);
    }
  }

  /** Who wants messages still. */
  Reach reach(Introduction introduction) {
    UUID connector = introduction.personId(Party.CONNECTOR);
    UUID prospect = introduction.personId(Party.PROSPECT);
    byte[] given = introduction.prospectEmailKey();
    List<UUID> unwilling = suppressions.among(List.of(connector, prospect));
    return new Reach(
        !unwilling.contains(connector),
        !unwilling.contains(prospect) && (given == null || !suppressions.covers(given)));
  }

  /** Mails the message, or says that somebody should send it. */
  void announce(EventType type, Introduction introduction, Message message) {
    if (mails.recipients(introduction, message.kind()).isEmpty()) {
      notice(type, introduction, message.notice(List.of()));
    } else {
      mails.queue(introduction, message);
    }
  }

  /**
   * A message that Vouch cannot mail is to be sent by somebody else after all.
   *
   * @param mailedTo who has it already
   */
  void giveToCrm(Introduction introduction, Message message, List<RecipientRole> mailedTo) {
    if (message.kind().notice() == EventType.INTRODUCTION_MESSAGE_DUE) {
      introduction.awaitMessage(message.id());
      introductions.flush();
    }
    notice(message.kind().notice(), introduction, message.notice(mailedTo));
  }

  private void notice(EventType type, Introduction introduction, MessageNotice notice) {
    events.publish(
        new IntroductionNotice(type, introduction.view().inEvents(), introduction.facts(), notice));
  }
}
