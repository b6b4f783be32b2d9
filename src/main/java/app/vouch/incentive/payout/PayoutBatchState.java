package app.vouch.incentive.payout;

import app.vouch.incentive.PayoutState;
import app.vouch.incentive.PayoutSum;
import java.util.List;

/** How far a batch is: as far as the least advanced of its payouts. Kept nowhere. */
public enum PayoutBatchState {
  /** The job that makes its payouts is under way. */
  PREPARING,
  /** It has no payouts. */
  EMPTY,
  DRAFT,
  APPROVED,
  SENT,
  /** Nothing more will happen by itself: each payout is settled, failed, returned or cancelled. */
  DONE;

  static PayoutBatchState of(boolean preparing, List<PayoutSum> sums) {
    if (preparing) {
      return PREPARING;
    }
    if (sums.isEmpty()) {
      return EMPTY;
    }
    return sums.stream()
        .map(PayoutSum::state)
        .map(PayoutBatchState::of)
        .min(PayoutBatchState::compareTo)
        .orElseThrow();
  }

  private static PayoutBatchState of(PayoutState payout) {
    return switch (payout) {
      case DRAFT -> DRAFT;
      case APPROVED -> APPROVED;
      case SENT -> SENT;
      case SETTLED, CANCELLED, FAILED, RETURNED -> DONE;
    };
  }
}
