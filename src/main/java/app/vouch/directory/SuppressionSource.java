package app.vouch.directory;

/** How a suppression reached us. */
public enum SuppressionSource {
  /** By the person, through the opt-out link of a message. */
  LINK,
  /** By a caller of the API. */
  API
}
