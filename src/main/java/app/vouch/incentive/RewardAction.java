package app.vouch.incentive;

import app.vouch.platform.event.EventType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
  /** Nothing does it yet, since rewards are money only; so it has no event. */
  FULFIL(null),
  RETURN(EventType.REWARD_RETURNED),
  ADJUST(EventType.REWARD_ADJUSTED);

  private final @Nullable EventType eventType;

  RewardAction(@Nullable EventType eventType) {
    this.eventType = eventType;
  }

  EventType eventType() {
    return Objects.requireNonNull(eventType, () -> "there is no event for " + this);
  }
}
