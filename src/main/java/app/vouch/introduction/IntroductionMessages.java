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
import org.jspecify.annotations.Nullable;

/** Says that somebody should send a message. Vouch itself sends none. */
@ApplicationScoped
class IntroductionMessages {
  /** How long it makes sense to send a follow-up that is due. */
  private static final Duration FOLLOW_UP_LIFE = Duration.ofDays(14);

  private final MessageRepository messages;
  private final Suppressions suppressions;
  private final Events events;
  private final Uuid7 ids;
  private final Clock clock;

  IntroductionMessages(
      MessageRepository messages,
      Suppressions suppressions,
      Events events,
      Uuid7 ids,
      Clock clock) {
    this.messages = messages;
    this.suppressions = suppressions;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  /** The message that the state just entered wants, if it wants one. */
  @Nullable Message prepare(Introduction introduction, Instant now) {
    MessageKind kind =
        switch (introduction.state()) {
          case REQUESTED -> MessageKind.CONNECTOR_ASK;
          case PROSPECT_ASKED -> MessageKind.PROSPECT_INVITATION;
          case MUTUAL -> MessageKind.INTRODUCTION;
          case CONNECTOR_ACCEPTED,
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
    Message message = kind == null ? null : make(kind, introduction, now);
    if (message != null) {
      introduction.awaitMessage(message.id());
    }
    return message;
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
          case PROSPECT -> MessageKind.PROSPECT_REMINDER;
        };
    once(EventType.INTRODUCTION_REMINDER_DUE, kind, number, introduction, end);
  }

  /**
   * Nobody has said what came of the introduction: both who asked for it and who made it are asked.
   *
   * @param number of the follow-up; each is announced once, however often this is called
   */
  void followUp(Introduction introduction, int number) {
    Instant end = clock.instant().plus(FOLLOW_UP_LIFE);
    for (MessageKind kind :
        List.of(MessageKind.REQUESTER_FOLLOW_UP, MessageKind.CONNECTOR_FOLLOW_UP)) {
      once(EventType.INTRODUCTION_FOLLOW_UP_DUE, kind, number, introduction, end);
    }
  }

  /** The introduction is locked, so that of two callers one comes second and finds the message. */
  private void once(
      EventType type, MessageKind kind, int number, Introduction introduction, Instant end) {
    if (mayWrite(introduction) && !messages.exists(introduction, kind, number)) {
      Message message = new Message(ids.next(), kind, number, introduction, end, clock.instant());
      messages.persist(message);
      announce(type, introduction, message);
    }
  }

  private @Nullable Message make(MessageKind kind, Introduction introduction, Instant now) {
    Instant end = introduction.expiresAt();
    if (end == null || !mayWrite(introduction)) {
      return null;
    }
    Message message = new Message(ids.next(), kind, null, introduction, end, now);
    messages.persist(message);
    return message;
  }

  /** Not where a party wants no messages. */
  boolean mayWrite(Introduction introduction) {
    byte[] given = introduction.prospectEmailKey();
    return !suppressions.anyOf(
            List.of(introduction.personId(Party.CONNECTOR), introduction.personId(Party.PROSPECT)))
        && (given == null || !suppressions.covers(given));
  }

  void announce(EventType type, Introduction introduction, Message message) {
    events.publish(
        new IntroductionNotice(
            type, introduction.view().inEvents(), introduction.facts(), message.notice()));
  }
}
