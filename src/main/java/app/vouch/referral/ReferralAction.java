package app.vouch.referral;

import app.vouch.platform.event.EventType;

/** What can happen to a referral. Callers may ask for those of {@link CallerAction}. */
public enum ReferralAction {
  /** The first step of each referral; it has no row in the table. */
  CAPTURE(EventType.REFERRAL_CAPTURED),
  ACCEPT(EventType.REFERRAL_ACCEPTED),
  MARK_DUPLICATE(EventType.REFERRAL_MARKED_DUPLICATE),
  REJECT(EventType.REFERRAL_REJECTED),
  CONTACT(EventType.REFERRAL_CONTACTED),
  BOOK_MEETING(EventType.REFERRAL_MEETING_BOOKED),
  QUALIFY(EventType.REFERRAL_QUALIFIED),
  WIN(EventType.REFERRAL_WON),
  LOSE(EventType.REFERRAL_LOST),
  REOPEN(EventType.REFERRAL_REOPENED),
  EXPIRE(EventType.REFERRAL_EXPIRED),
  REVIVE(EventType.REFERRAL_REVIVED),
  REINSTATE(EventType.REFERRAL_REINSTATED),
  WITHDRAW(EventType.REFERRAL_WITHDRAWN);

  private final EventType eventType;

  ReferralAction(EventType eventType) {
    this.eventType = eventType;
  }

  /** The type of the event that says that it happened. */
  public EventType eventType() {
    return eventType;
  }
}
