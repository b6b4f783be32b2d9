package app.vouch.introduction;

import org.jspecify.annotations.Nullable;

/** As what somebody gets a message. */
public enum RecipientRole {
  CONNECTOR,
  /** Of a mail only: the CRM has the connector write to the prospect. */
  PROSPECT,
  /** Whose referral it is. */
  REFERRER,
  /** Who asked for the introduction; known by name and address only, not as a person. */
  REQUESTER;

  /** The party that they are; null for those whose agreement nobody needs. */
  @Nullable Party party() {
    return switch (this) {
      case CONNECTOR -> Party.CONNECTOR;
      case PROSPECT -> Party.PROSPECT;
      case REFERRER, REQUESTER -> null;
    };
  }
}
