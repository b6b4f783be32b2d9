package app.vouch.attribution;

/** Why an attribution was computed. */
public enum AttributionCause {
  DEAL_WON,
  DEAL_REOPENED,
  AMOUNT_CHANGED,
  /** The time at which the deal was won was corrected. */
  CLOSE_MOVED,
  REFERRAL_LINKED,
  REFERRAL_UNLINKED,
  /** A referral of the deal was rejected or withdrawn, or came back. */
  REFERRAL_CHANGED,
  /** Somebody asked for it. */
  REQUESTED
}
