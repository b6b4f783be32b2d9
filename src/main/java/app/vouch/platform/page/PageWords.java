package app.vouch.platform.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is said on every page, and on those that belong to nobody. */
@MessageBundle(value = "page", locale = "en")
public interface PageWords {
  @Message("Language")
  String language();

  @Message("Privacy notice")
  String privacyNotice();

  @Message("Please check your answer")
  String errorTitle();

  @Message("This link is not open")
  String closedTitle();

  @Message(
      "It may have been answered already, may have been replaced by a newer one, or its time is over. If you have answered, your answer is recorded. Otherwise ask the person who sent it to you.")
  String closedText();

  @Message("That did not work just now")
  String notNowTitle();

  @Message("Nothing of it was recorded. Please open the link again and send your answer once more.")
  String notNowText();

  @Message("Please wait a minute")
  String tooManyTitle();

  @Message("Too many links that do not exist were opened from your network. Try again in a minute.")
  String tooManyText();

  @Message(
      "Too many answers came by this link or from your network. What was recorded stays recorded. Send yours again in a minute.")
  String tooOftenText();
}
