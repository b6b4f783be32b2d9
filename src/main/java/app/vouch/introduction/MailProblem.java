package app.vouch.introduction;

/** Why a mail has not been sent. */
public enum MailProblem {
  /** The mail server cannot be reached or used; it is tried again. */
  SERVER_UNREACHABLE,
  /** The mail server cannot take it at present; it is tried again. */
  PUT_OFF,
  /** The mail server will not take it. */
  REFUSED,
  /**
   * The connection broke, or Vouch ended, while the mail server took it: it may have arrived, so
   * only a person has it sent again.
   */
  OUTCOME_UNKNOWN,
  /** Vouch may not write to the recipient any more: their country or address has changed. */
  NOT_POSSIBLE
}
