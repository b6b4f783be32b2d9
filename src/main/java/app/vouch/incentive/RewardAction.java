package app.vouch.incentive;

import app.vouch.platform.event.EventType;

/** What can happen to a reward. Callers may ask for those of {@link RewardDecision}. */
public enum RewardAction {
  /** The first step of each reward; it has no row in the table. */
  GRANT(EventType.REWARD_GRANTED),
  APPROVE(EventType.REWARD_APPROVED),
  DENY(EventType.REWARD_DENIED),
  EXPIRE(EventType.REWARD_EXPIRED),
  REVERSE(EventType.REWARD_REVERSED),
  HOLD(EventType.REWARD_HELD),
  RELEASE(EventType.REWARD_RELEASED),
  MATURE(EventType.REWARD_MADE_AVAILABLE),
  PAY(EventType.REWARD_PAID),
  FULFIL(EventType.REWARD_FULFILLED),
  RETURN(EventType.REWARD_RETURNED),
  ADJUST(EventType.REWARD_ADJUSTED);

  private final EventType eventType;

  RewardAction(EventType eventType) {
    this.eventType = eventType;
  }

  EventType eventType() {
    return eventType;
  }
}
