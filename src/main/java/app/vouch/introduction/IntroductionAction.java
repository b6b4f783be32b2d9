package app.vouch.introduction;

import app.vouch.platform.event.EventType;

/** What can happen to an introduction. Callers may ask for those of {@link CallerAction}. */
public enum IntroductionAction {
  /** The first step of each introduction; it has no row in the table. */
  REQUEST(EventType.INTRODUCTION_REQUESTED),
  CONNECTOR_ACCEPT(EventType.INTRODUCTION_CONNECTOR_ACCEPTED),
  CONNECTOR_DECLINE(EventType.INTRODUCTION_CONNECTOR_DECLINED),
  ASK_PROSPECT(EventType.INTRODUCTION_PROSPECT_ASKED),
  PROSPECT_ACCEPT(EventType.INTRODUCTION_AGREED),
  PROSPECT_DECLINE(EventType.INTRODUCTION_PROSPECT_DECLINED),
  DEFER(EventType.INTRODUCTION_DEFERRED),
  RESUME_CONNECTOR(EventType.INTRODUCTION_RESUMED),
  RESUME_PROSPECT(EventType.INTRODUCTION_RESUMED),
  INTRODUCE(EventType.INTRODUCTION_INTRODUCED),
  RECORD_REPLY(EventType.INTRODUCTION_REPLIED),
  RECORD_MEETING(EventType.INTRODUCTION_MET),
  CLOSE(EventType.INTRODUCTION_CLOSED),
  EXPIRE(EventType.INTRODUCTION_EXPIRED),
  WITHDRAW(EventType.INTRODUCTION_WITHDRAWN),
  CANCEL(EventType.INTRODUCTION_CANCELLED);

  private final EventType eventType;

  IntroductionAction(EventType eventType) {
    this.eventType = eventType;
  }

  /** The type of the event that says that it happened. */
  public EventType eventType() {
    return eventType;
  }
}
