package app.vouch.platform.work;

/** What a write did. */
public enum Outcome {
  CREATED,
  DONE,
  /** Nothing was stored: the caller asked what would happen. */
  PREVIEWED
}
