package app.vouch.referral;

/** Why a deal is thought to come of a referral. */
enum LinkRule {
  /** The CRM names the referral. */
  DECLARED,
  /** The prospect is among the deal's people, and of one referral only. */
  PROSPECT,
  /** A person said so. */
  MANUAL
}
