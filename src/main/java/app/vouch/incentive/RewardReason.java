package app.vouch.incentive;

/** Why a reward is not available yet. */
public enum RewardReason {
  /** The rule's hold days are not over. */
  HOLD_PERIOD,
  /** A person has to approve it. */
  APPROVAL,
  /** The deal is in another currency than the program, and there is no rate. */
  FX_RATE_MISSING,
  /** The program's budget has no room for it. */
  BUDGET,
  /** With it the payee would get more than they may without a document. */
  LIMIT,
  /** A form of the payee's is missing. */
  DOCUMENT,
  /** A person has to look at it, since the payee is a public official. */
  REVIEW,
  /** The payee works where the prospect does; a person has to look at it. */
  SELF_REFERRAL,
  /** The prospect had referred the referrer; a person has to look at it. */
  CIRCULAR;

  /** Whether nobody can approve it before this is settled. */
  boolean blocksApproval() {
    return switch (this) {
      case FX_RATE_MISSING, BUDGET, LIMIT, DOCUMENT -> true;
      case HOLD_PERIOD, APPROVAL, REVIEW, SELF_REFERRAL, CIRCULAR -> false;
    };
  }

  /** Whether a person has to approve it, and by that settles this. */
  boolean needsPerson() {
    return switch (this) {
      case APPROVAL, REVIEW, SELF_REFERRAL, CIRCULAR -> true;
      case HOLD_PERIOD, FX_RATE_MISSING, BUDGET, LIMIT, DOCUMENT -> false;
    };
  }

  /** Whether a gate gave it. */
  boolean isOfGate() {
    return switch (this) {
      case LIMIT, DOCUMENT, REVIEW, SELF_REFERRAL, CIRCULAR -> true;
      case HOLD_PERIOD, APPROVAL, FX_RATE_MISSING, BUDGET -> false;
    };
  }
}
