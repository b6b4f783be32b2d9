package app.vouch.referral;

/** A referral's state as its referrer sees it. */
public enum CoarseStatus {
  RECEIVED,
  IN_CONTACT,
  PROMISING,
  WON,
  CLOSED
}
