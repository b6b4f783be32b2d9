package app.vouch.introduction;

/** How a party's answer reached us. */
public enum ConsentChannel {
  /** By the party, on the opt-in page. All others are attested by a named person. */
  LINK,
  PHONE,
  EMAIL,
  MEETING,
  OTHER
}
