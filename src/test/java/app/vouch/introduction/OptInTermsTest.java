package app.vouch.introduction;

import static app.vouch.introduction.IntroductionStory.answer;
import static app.vouch.introduction.IntroductionStory.consents;
import static app.vouch.introduction.IntroductionStory.page;
import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.TestClock;
import app.vouch.shared.Sha256;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a prospect is told before they answer: who asks, for what, who answers for it, who gains.
 */
@QuarkusTest
class OptInTermsTest {
  private static final String REWARDING =
      """
      {"currency":"USD","rewards":[{"id":"won-10","trigger":"WON","to":"%s","hold":"P0D",
        "amount":{"type":"PERCENT","percent":"10","of":"FIRST_YEAR_AMOUNT"},
        "approval":{"by":"PERSON"}}]}""";

  @Inject IntroductionStory story;
  @Inject TestClock clock;

  private void read() {
    clock.advance(Duration.ofSeconds(3));
  }

  private String invited(String rewarded) {
    var kim = IntroductionStory.connectorUnder(REWARDING.formatted(rewarded));
    String id = story.requested(story.referralBy(kim, "Ann Lee").id());
    answer(story.link(id), "ACCEPT", this::read).then().statusCode(200);
    return id;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | Kim Partner may be rewarded by    | is responsible for your data         | its program “Partners-
          de | möglicherweise eine Prämie        | Verantwortlich für Ihre Daten ist    | das Programm „Partners-
          fr | peut recevoir une récompense      | est responsable de vos données       | son programme « Partners-
          """)
  void shouldTellTheProspectThatTheConnectorIsRewarded(
      String language, String disclosure, String controller, String program) {
    String html = page(story.link(invited("REFERRER")) + "?lang=" + language).asString();

    assertThat(html).contains(disclosure, controller, program, "Sam Seller");
  }

  @Test
  void shouldKeepWhatWasToldInTheTextThatTheConsentIsOf() {
    String id = invited("REFERRER");

    answer(story.link(id), "ACCEPT", this::read).then().statusCode(200);

    Map<String, Object> yes = consents(id).getLast();
    String wording = (String) yes.get("wording");
    assertThat(wording).contains("Kim Partner may be rewarded by", "is responsible for your data");
    assertThat(yes)
        .containsEntry("wordingVersion", "prospect/en/2")
        .containsEntry("wordingHash", HexFormat.of().formatHex(Sha256.of(wording)));
  }

  @Test
  void shouldDiscloseNothingWhenTheConnectorGainsNothing() {
    assertThat(page(story.link(invited("PROSPECT"))).asString()).doesNotContain("rewarded");
    String id = story.requested();
    answer(story.link(id), "ACCEPT", this::read).then().statusCode(200);
    assertThat(page(story.link(id)).asString())
        .doesNotContain("rewarded")
        .contains("is responsible for your data");
  }
}
