package app.vouch.incentive;

/** Where a payout stands; the table is {@link PayoutLifecycle}. */
public enum PayoutState {
  DRAFT,
  APPROVED,
  /** The adapter was told to pay. */
  SENT,
  /** The money arrived. */
  SETTLED,
  CANCELLED,
  FAILED,
  /** The money arrived and came back. */
  RETURNED
}
