package app.vouch.platform.mail;

/** What became of an attempt to hand a mail over. */
public sealed interface MailResult {

  /** The server has it. */
  record Taken() implements MailResult {}

  /** The server has it not and may take it later, or was not reached. */
  record TryLater(boolean reached, String why) implements MailResult {}

  /** The server has it not and will not take it. */
  record Refused(String why) implements MailResult {}

  /** The connection broke after the last line: the server may have it or not. */
  record Unknown(String why) implements MailResult {}

  /** Whoever wanted it sent did not want that any more. */
  record Abandoned() implements MailResult {}
}
