package app.vouch.incentive.payout;

import app.vouch.platform.job.JobItem;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;

/** What became of one payee or payout of a batch. */
final class PayoutItems {

  /**
   * Does it; a refusal becomes the item's reason.
   *
   * @param id TypeID of what it is about
   * @throws Refusal.Rule {@code try-again} where the piece of the job should be done again later
   */
  static JobItem attempt(String id, Runnable step) {
    try {
      step.run();
      return JobItem.done(id);
    } catch (Refusal refusal) {
      if (isOnlyLate(refusal.type())) {
        throw new Refusal.Rule(ProblemType.TRY_AGAIN, refusal.detail());
      }
      return JobItem.refused(id, refusal);
    }
  }

  /** Another run of the same piece, or what a killed one left behind, holds it. */
  private static boolean isOnlyLate(ProblemType type) {
    return type == ProblemType.TRY_AGAIN || type == ProblemType.IDEMPOTENCY_IN_PROGRESS;
  }

  private PayoutItems() {}
}
