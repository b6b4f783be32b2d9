package app.vouch.introduction;

/** How far a mail that Vouch sends itself has come. */
public enum MailState {
  /** Waits for its time, or for another attempt. */
  QUEUED,
  SENDING,
  /** The mail server has taken it; of a test tenant: it is in the outbox. */
  SENT,
  /** Vouch does not try again by itself; somebody can have it tried again, or send it. */
  FAILED,
  /** The introduction moved on, or the recipient wants no more mail, before it was sent. */
  CANCELLED
}
