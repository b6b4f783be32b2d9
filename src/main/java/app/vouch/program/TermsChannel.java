package app.vouch.program;

/** How a referrer's yes to the terms reached us. */
public enum TermsChannel {
  /** By the referrer, on their page. All others are attested by a named person. */
  LINK,
  PHONE,
  EMAIL,
  MEETING,
  OTHER
}
