package app.vouch.incentive;

/** Why a reward is not available yet. */
public enum RewardReason {
  /** The rule's hold days are not over. */
  HOLD_PERIOD,
  /** A person has to approve it. */
  APPROVAL,
  /** The deal is in another currency than the program, and there is no rate. */
  FX_RATE_MISSING;

  /** Whether nobody can approve it before this is settled. */
  boolean blocksApproval() {
    return this == FX_RATE_MISSING;
  }
}
