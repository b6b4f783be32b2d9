package app.vouch.incentive;

import app.vouch.platform.event.EventType;

/** What can happen to a payout. Callers may ask for those of {@link PayoutStep}. */
public enum PayoutAction {
  /** The first step of each payout; it has no row in the table. */
  CREATE(EventType.PAYOUT_CREATED),
  APPROVE(EventType.PAYOUT_APPROVED),
  CANCEL(EventType.PAYOUT_CANCELLED),
  SEND(EventType.PAYOUT_SENT),
  SETTLE(EventType.PAYOUT_SETTLED),
  FAIL(EventType.PAYOUT_FAILED),
  RETURN(EventType.PAYOUT_RETURNED);

  private final EventType eventType;

  PayoutAction(EventType eventType) {
    this.eventType = eventType;
  }

  EventType eventType() {
    return eventType;
  }
}
