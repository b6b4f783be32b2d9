package app.vouch.incentive;

/** What happens to a manual entry. */
public enum AdjustmentAction {
  PROPOSE,
  APPROVE,
  REJECT,
  CANCEL
}
