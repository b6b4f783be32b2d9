package app.vouch.referral;

/** What has to be decided. */
public enum ReviewKind {
  /** Several referrals could have led to the deal; link one of them, or none. */
  DEAL_REFERRAL
}
