package app.vouch.incentive;

import static app.vouch.incentive.AdjustmentAction.*;
import static app.vouch.incentive.AdjustmentState.*;
import static app.vouch.shared.Lifecycle.on;

import app.vouch.shared.Lifecycle;
import java.util.List;

/** Which actions lead a manual entry where. */
final class AdjustmentLifecycle {
  static final Lifecycle<AdjustmentState, AdjustmentAction> TABLE =
      new Lifecycle<>(
          AdjustmentState.class,
          AdjustmentAction.class,
          List.of(
              on(APPROVE, POSTED, PROPOSED),
              on(REJECT, REJECTED, PROPOSED),
              on(CANCEL, CANCELLED, PROPOSED)));

  private AdjustmentLifecycle() {}
}
