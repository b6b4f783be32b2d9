package app.vouch.referral;

/** How a referral came to us. */
public enum ReferralSource {
  FORM,
  LINK,
  CODE,
  API,
  CRM,
  IMPORT,
  /** Heard of, and recorded in arrears. */
  INFORMAL,
  INTRODUCTION
}
