package app.vouch.introduction;

import app.vouch.directory.Suppressions;
import app.vouch.introduction.IntroductionEvents.IntroductionNotice;
import app.vouch.platform.event.EventType;
import app.vouch.platform.event.Events;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says that somebody should send a message. Vouch itself sends none. */
@ApplicationScoped
class IntroductionMessages {
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

  /** The party that is asked has not answered yet. */
  void remind(Introduction introduction) {
    Party asked = introduction.asked();
    if (asked == null) {
      return;
    }
    MessageKind kind =
        switch (asked) {
          case CONNECTOR -> MessageKind.CONNECTOR_REMINDER;
          case PROSPECT -> MessageKind.PROSPECT_REMINDER;
        };
    Message reminder = make(kind, introduction, clock.instant());
    if (reminder != null) {
      announce(EventType.INTRODUCTION_REMINDER_DUE, introduction, reminder);
    }
  }

  private @Nullable Message make(MessageKind kind, Introduction introduction, Instant now) {
    Instant end = introduction.expiresAt();
    if (end == null || !mayWrite(introduction)) {
      return null;
    }
    Message message = new Message(ids.next(), kind, introduction, end, now);
    messages.persist(message);
    return message;
  }

  /** Not where a party wants no messages. */
  boolean mayWrite(Introduction introduction) {
    return !suppressions.anyOf(
        List.of(introduction.personId(Party.CONNECTOR), introduction.personId(Party.PROSPECT)));
  }

  void announce(EventType type, Introduction introduction, Message message) {
    events.publish(
        new IntroductionNotice(type, introduction.view(), introduction.facts(), message.notice()));
  }
}
