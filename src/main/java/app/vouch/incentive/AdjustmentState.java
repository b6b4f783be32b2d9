package app.vouch.incentive;

import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a manual entry stands. */
@Schema(name = "LedgerAdjustmentState")
@Name("LedgerAdjustmentState")
public enum AdjustmentState {
  PROPOSED,
  POSTED,
  REJECTED,
  CANCELLED
}
