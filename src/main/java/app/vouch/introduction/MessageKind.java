package app.vouch.introduction;

import org.jspecify.annotations.Nullable;

/**
 * What a message is for. The connector sends, so all go to the connector, but for the requester's
 * follow-up; some bring a link for the party that is asked.
 */
public enum MessageKind {
  CONNECTOR_ASK(Party.CONNECTOR),
  CONNECTOR_REMINDER(Party.CONNECTOR),
  /** For the connector to forward to the prospect. */
  PROSPECT_INVITATION(Party.PROSPECT),
  /** Asks the connector whether the prospect has seen it; the forwarded link stays valid. */
  PROSPECT_REMINDER(null),
  /** For the connector to send to both. */
  INTRODUCTION(null),
  /** Asks the requester what came of the introduction. */
  REQUESTER_FOLLOW_UP(null),
  /** Asks the connector what they have heard of the introduction. */
  CONNECTOR_FOLLOW_UP(null);

  private final @Nullable Party linkFor;

  MessageKind(@Nullable Party linkFor) {
    this.linkFor = linkFor;
  }

  /** Whose opt-in link the message brings, if it brings one. */
  @Nullable Party linkFor() {
    return linkFor;
  }

  /** Who gets the message from the CRM. */
  RecipientRole recipient() {
    return this == REQUESTER_FOLLOW_UP ? RecipientRole.REQUESTER : RecipientRole.CONNECTOR;
  }
}
