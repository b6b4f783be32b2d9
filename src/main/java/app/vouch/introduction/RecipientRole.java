package app.vouch.introduction;

/** As what somebody gets a message. */
public enum RecipientRole {
  CONNECTOR,
  /** Whose referral it is. */
  REFERRER,
  /** Who asked for the introduction; known by name and address only, not as a person. */
  REQUESTER
}
