package app.vouch.incentive;

import static app.vouch.incentive.PayoutAction.*;
import static app.vouch.incentive.PayoutState.*;
import static app.vouch.shared.Lifecycle.on;

import app.vouch.shared.Lifecycle;
import java.util.List;

/** Which actions lead a payout where. */
final class PayoutLifecycle {
  static final Lifecycle<PayoutState, PayoutAction> TABLE =
      new Lifecycle<>(
          PayoutState.class,
          PayoutAction.class,
          List.of(
              on(APPROVE, APPROVED, DRAFT),
              on(CANCEL, CANCELLED, DRAFT, APPROVED),
              on(SEND, SENT, APPROVED),
              on(FAIL, FAILED, APPROVED, SENT),
              on(SETTLE, SETTLED, SENT),
              on(RETURN, RETURNED, SETTLED)));

  private PayoutLifecycle() {}
}
