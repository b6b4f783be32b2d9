package app.vouch.referral;

/** On which ground the prospect's data are kept (GDPR Art. 6). */
public enum LawfulBasis {
  LEGITIMATE_INTEREST,
  CONSENT,
  CONTRACT
}
