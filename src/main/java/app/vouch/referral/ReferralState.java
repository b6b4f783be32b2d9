package app.vouch.referral;

/** Where a referral stands; the table is {@link ReferralLifecycle}. */
public enum ReferralState {
  /** Received, and waiting for a person to decide. */
  SUBMITTED,
  ACCEPTED,
  CONTACTED,
  MEETING,
  QUALIFIED,
  WON,
  LOST,
  /** Another referral holds the prospect; comes back when that one falls. */
  DUPLICATE,
  REJECTED,
  EXPIRED,
  WITHDRAWN;

  /** What the referrer gets to see of this state. */
  public CoarseStatus coarse() {
    return switch (this) {
      case SUBMITTED, DUPLICATE -> CoarseStatus.RECEIVED;
      case ACCEPTED, CONTACTED, MEETING -> CoarseStatus.IN_CONTACT;
      case QUALIFIED -> CoarseStatus.PROMISING;
      case WON -> CoarseStatus.WON;
      case LOST, REJECTED, EXPIRED, WITHDRAWN -> CoarseStatus.CLOSED;
    };
  }

  /** Whether a referral in this state keeps others of the same prospect out. */
  public boolean holdsProspect() {
    return switch (this) {
      case SUBMITTED, ACCEPTED, CONTACTED, MEETING, QUALIFIED, WON, LOST -> true;
      case DUPLICATE, REJECTED, EXPIRED, WITHDRAWN -> false;
    };
  }
}
