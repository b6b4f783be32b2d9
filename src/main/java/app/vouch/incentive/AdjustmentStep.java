package app.vouch.incentive;

import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a caller may do with a manual entry that is proposed. */
@Schema(name = "LedgerAdjustmentStep")
@Name("LedgerAdjustmentStep")
public enum AdjustmentStep {
  /** Another person than who proposed it. */
  APPROVE(AdjustmentAction.APPROVE, AdjustmentState.POSTED),
  REJECT(AdjustmentAction.REJECT, AdjustmentState.REJECTED),
  CANCEL(AdjustmentAction.CANCEL, AdjustmentState.CANCELLED);

  private final AdjustmentAction action;
  private final AdjustmentState target;

  AdjustmentStep(AdjustmentAction action, AdjustmentState target) {
    this.action = action;
    this.target = target;
  }

  AdjustmentAction action() {
    return action;
  }

  AdjustmentState target() {
    return target;
  }
}
