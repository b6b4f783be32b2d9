package app.vouch.introduction;

import app.vouch.platform.page.Words;
import app.vouch.program.ProgramSettings.Sending;
import app.vouch.program.template.TemplateWords;
import app.vouch.shared.Language;
import app.vouch.shared.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a party reads before they answer; the same words stand on the page and in the hash that
 * their consent keeps.
 *
 * @param version party, language and number, such as {@code prospect/de/2}; changes with every
 *     change of the fixed words
 * @param terms what saying yes means
 * @param asksAddress whether a yes needs the reader's address
 */
record Wording(
    String version,
    String title,
    List<String> opening,
    String subject,
    String context,
    List<String> terms,
    boolean asksAddress) {

  static Wording of(
      Party party,
      IntroductionParties who,
      Introduction introduction,
      WordingFacts facts,
      Language language) {
    IntroductionWords words = Words.in(language, IntroductionWords.class);
    String version =
        "%s/%s/%d".formatted(party.name().toLowerCase(Locale.ROOT), language.tag(), number(party));
    return switch (party) {
      case CONNECTOR -> connector(version, words, who, introduction, facts.sending());
      case PROSPECT ->
          prospect(
              version,
              words,
              who,
              introduction,
              prospectTerms(words, who, facts, language),
              facts.asksAddress());
    };
  }

  private static int number(Party party) {
    return switch (party) {
      case CONNECTOR, PROSPECT -> 2;
    };
  }

  /** What is shared with whom, who answers for it, why, and who gains by it. */
  private static List<String> prospectTerms(
      IntroductionWords words, IntroductionParties who, WordingFacts facts, Language language) {
    List<String> terms = new ArrayList<>();
    terms.add(words.prospectShares(who.requester(), who.tenant()));
    terms.add(
        words.prospectController(who.tenant(), who.connector(), facts.program(), who.requester()));
    if (facts.rewarded()) {
      terms.add(Words.in(language, TemplateWords.class).disclosure(who.connector(), who.tenant()));
    }
    if (facts.asksAddress()) {
      terms.add(words.prospectGivesAddress());
    }
    terms.add(words.prospectWithdrawal());
    return List.copyOf(terms);
  }

  private static Wording connector(
      String version,
      IntroductionWords words,
      IntroductionParties who,
      Introduction introduction,
      Sending sending) {
    return new Wording(
        version,
        words.connectorTitle(who.prospect()),
        List.of(
            words.hello(who.connector()),
            words.connectorOpening(who.requester(), who.tenant(), who.prospect())),
        introduction.subject(),
        introduction.context(),
        List.of(
            switch (sending) {
              case CONNECTOR_SENDS -> words.connectorForwards(who.prospect());
              case VOUCH_SENDS ->
                  words.connectorIsSentFor(who.connector(), who.prospect(), who.tenant());
            },
            words.connectorNeedsBoth(who.prospect()),
            words.connectorWithdrawal()),
        false);
  }

  private static Wording prospect(
      String version,
      IntroductionWords words,
      IntroductionParties who,
      Introduction introduction,
      List<String> terms,
      boolean asksAddress) {
    return new Wording(
        version,
        words.prospectTitle(who.requester()),
        List.of(
            words.hello(who.prospect()),
            words.prospectOpening(who.connector(), who.requester(), who.tenant())),
        introduction.subject(),
        introduction.context(),
        terms,
        asksAddress);
  }

  /** All that the page says. */
  String text() {
    return Stream.of(
            Stream.of(title), opening.stream(), Stream.of(subject, context), terms.stream())
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n\n"));
  }

  byte[] hash() {
    return Sha256.of(text());
  }
}
