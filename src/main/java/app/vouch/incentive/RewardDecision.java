package app.vouch.incentive;

/** What a caller may do with a reward. */
public enum RewardDecision {
  APPROVE(RewardAction.APPROVE, RewardState.APPROVED),
  DENY(RewardAction.DENY, RewardState.DENIED),
  HOLD(RewardAction.HOLD, RewardState.HELD),
  /** What is no payout's: somebody has given it to the payee. */
  FULFIL(RewardAction.FULFIL, RewardState.FULFILLED),
  RELEASE(RewardAction.RELEASE, RewardState.APPROVED),
  REVERSE(RewardAction.REVERSE, RewardState.REVERSED);

  private final RewardAction action;
  private final RewardState target;

  RewardDecision(RewardAction action, RewardState target) {
    this.action = action;
    this.target = target;
  }

  RewardAction action() {
    return action;
  }

  RewardState target() {
    return target;
  }

  boolean needsReason() {
    return this == DENY || this == REVERSE;
  }
}
