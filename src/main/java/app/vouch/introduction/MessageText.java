package app.vouch.introduction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of a message: fixed ones for now, in English. */
record MessageText(String subject, String text) {

  static MessageText of(
      MessageKind kind,
      IntroductionParties who,
      Introduction introduction,
      @Nullable String link,
      @Nullable String optOut) {
    return switch (kind) {
      case CONNECTOR_ASK ->
          text(
              "Would you introduce %s to %s?".formatted(who.requester(), who.prospect()),
              "Hello %s,".formatted(who.connector()),
              "%s of %s would like you to introduce them to %s."
                  .formatted(who.requester(), who.tenant(), who.prospect()),
              introduction.subject(),
              introduction.context(),
              "Say yes, not now or no here: " + link);
      case CONNECTOR_REMINDER ->
          text(
              "Still open: an introduction to " + who.prospect(),
              "Hello %s,".formatted(who.connector()),
              "%s of %s is waiting for your answer about %s. This link replaces the earlier one: %s"
                  .formatted(who.requester(), who.tenant(), who.prospect(), link));
      case PROSPECT_INVITATION ->
          text(
              "Would you like to meet %s?".formatted(who.requester()),
              "Hello %s,".formatted(who.prospect()),
              "I would like to introduce you to %s of %s.".formatted(who.requester(), who.tenant()),
              introduction.subject(),
              introduction.context(),
              "Nothing is shared before you say yes. Yes, not now or no: " + link,
              who.connector(),
              "No more messages for %s, from anybody: %s".formatted(who.tenant(), optOut));
      case PROSPECT_REMINDER ->
          text(
              "Has %s seen your message?".formatted(who.prospect()),
              "Hello %s,".formatted(who.connector()),
              "%s has not answered yet. If you like, ask whether the message with the link has arrived."
                  .formatted(who.prospect()));
      case INTRODUCTION ->
          text(
              "%s, meet %s".formatted(who.prospect(), who.requester()),
              "Hello %s, hello %s,".formatted(who.prospect(), who.requester()),
              "you have both agreed to meet. %s: %s"
                  .formatted(introduction.subject(), introduction.context()),
              "%s, you reach %s at %s."
                  .formatted(
                      who.prospect(),
                      who.requester(),
                      who.requesterEmail() == null ? who.tenant() : who.requesterEmail()),
              who.connector());
      case REQUESTER_FOLLOW_UP ->
          text(
              "What came of the introduction to %s?".formatted(who.prospect()),
              "Hello %s,".formatted(who.requester()),
              "%s introduced you to %s: %s."
                  .formatted(who.connector(), who.prospect(), introduction.subject()),
              "Nothing is noted since. If %s has replied or you have met, please note it; if not, this is a good day to write again."
                  .formatted(who.prospect()),
              "%s will be glad to hear of it as well.".formatted(who.connector()));
      case CONNECTOR_FOLLOW_UP ->
          text(
              "Have you heard from %s or %s?".formatted(who.prospect(), who.requester()),
              "Hello %s,".formatted(who.connector()),
              "you introduced %s to %s of %s. Thank you again."
                  .formatted(who.prospect(), who.requester(), who.tenant()),
              "%s has not noted a reply yet. If you have heard from either, a word from you helps."
                  .formatted(who.requester()));
    };
  }

  private static MessageText text(String subject, String... paragraphs) {
    return new MessageText(subject, String.join("\n\n", List.of(paragraphs)));
  }
}
