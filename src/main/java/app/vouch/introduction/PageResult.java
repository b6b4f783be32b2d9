package app.vouch.introduction;

/** What a public page answers. */
sealed interface PageResult {

  /** The page with the question, for the first time or again. */
  record Asking(OptInPage page) implements PageResult {}

  /** The answer was recorded. */
  record Answered(ConfirmationPage page) implements PageResult {}

  /** The page that offers to take a yes back. */
  record Withdrawing(ConfirmationPage page) implements PageResult {}

  /** The page that offers to end all messages. */
  record OptingOut(OptOutPage page) implements PageResult {}

  /** All messages are ended. */
  record OptedOut(OptOutPage page) implements PageResult {}

  /**
   * Unknown, used or expired: nobody can tell which.
   *
   * @param unknown for counting only
   */
  record Closed(boolean unknown) implements PageResult {}
}
