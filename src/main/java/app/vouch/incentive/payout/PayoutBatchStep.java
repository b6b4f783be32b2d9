package app.vouch.incentive.payout;

import app.vouch.incentive.PayoutStep;

/** What a caller may do with all payouts of a batch. */
public enum PayoutBatchStep {
  APPROVE(PayoutStep.APPROVE),
  CANCEL(PayoutStep.CANCEL),
  SEND(PayoutStep.SEND);

  private final PayoutStep step;

  PayoutBatchStep(PayoutStep step) {
    this.step = step;
  }

  PayoutStep step() {
    return step;
  }
}
