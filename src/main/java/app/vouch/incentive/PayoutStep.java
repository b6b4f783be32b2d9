package app.vouch.incentive;

/** What a caller may do with a payout. */
public enum PayoutStep {
  APPROVE(PayoutAction.APPROVE, PayoutState.APPROVED),
  CANCEL(PayoutAction.CANCEL, PayoutState.CANCELLED),
  SEND(PayoutAction.SEND, PayoutState.SENT),
  SETTLE(PayoutAction.SETTLE, PayoutState.SETTLED),
  FAIL(PayoutAction.FAIL, PayoutState.FAILED),
  RETURN(PayoutAction.RETURN, PayoutState.RETURNED);

  private final PayoutAction action;
  private final PayoutState target;

  PayoutStep(PayoutAction action, PayoutState target) {
    this.action = action;
    this.target = target;
  }

  PayoutAction action() {
    return action;
  }

  PayoutState target() {
    return target;
  }

  boolean needsReason() {
    return this == FAIL || this == RETURN;
  }
}
