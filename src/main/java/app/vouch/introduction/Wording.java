package app.vouch.introduction;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a party reads before they answer; the same words stand on the page and in the hash that
 * their consent keeps.
 *
 * @param version changes with every change of the fixed words
 * @param terms what saying yes means
 */
record Wording(
    String version,
    String title,
    List<String> opening,
    String subject,
    String context,
    List<String> terms) {
  private static final String CONNECTOR = "connector/en/1";
  private static final String PROSPECT = "prospect/en/1";

  static Wording of(Party party, IntroductionParties who, Introduction introduction) {
    return switch (party) {
      case CONNECTOR -> connector(who, introduction);
      case PROSPECT -> prospect(who, introduction);
    };
  }

  private static Wording connector(IntroductionParties who, Introduction introduction) {
    return new Wording(
        CONNECTOR,
        "Would you introduce %s?".formatted(who.prospect()),
        List.of(
            "Hello %s,".formatted(who.connector()),
            "%s of %s would like you to introduce them to %s. This is why:"
                .formatted(who.requester(), who.tenant(), who.prospect())),
        introduction.subject(),
        introduction.context(),
        List.of(
            "If you accept, you get a message that you can forward to %s. Nobody writes to %s in your name."
                .formatted(who.prospect(), who.prospect()),
            "The introduction is made only if %s says yes as well.".formatted(who.prospect()),
            "You can take your yes back at any time before that; it lapses by itself after 30 days."));
  }

  private static Wording prospect(IntroductionParties who, Introduction introduction) {
    return new Wording(
        PROSPECT,
        "Would you like to meet %s?".formatted(who.requester()),
        List.of(
            "Hello %s,".formatted(who.prospect()),
            "%s would like to introduce you to %s of %s. This is why:"
                .formatted(who.connector(), who.requester(), who.tenant())),
        introduction.subject(),
        introduction.context(),
        List.of(
            "If you accept, your name and e-mail address are shared with %s of %s, for this introduction only."
                .formatted(who.requester(), who.tenant()),
            "You can take your yes back at any time; it lapses by itself after 30 days."));
  }

  /** All that the page says. */
  String text() {
    return Stream.of(
            Stream.of(title), opening.stream(), Stream.of(subject, context), terms.stream())
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n\n"));
  }

  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is not available", e);
    }
  }
}
