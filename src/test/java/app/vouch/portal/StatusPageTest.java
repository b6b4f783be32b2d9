package app.vouch.portal;

import static app.vouch.TestApi.api;
import static app.vouch.TestApi.unique;
import static app.vouch.portal.PortalStory.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What referrers see of their referrals and rewards. */
@QuarkusTest
class StatusPageTest {
  private static final Pattern NEXT = Pattern.compile("href=\"([^\"]+)\" rel=\"next nofollow\"");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|Your referrals|won|$4,800.00: waiting for approval",
        "de|Ihre Empfehlungen|gewonnen|4.800,00\u00a0$: wartet auf Freigabe",
        "fr|Vos recommandations|gagnée|4\u202f800,00\u00a0$US: en attente d’approbation",
      })
  void shouldShowStatusAndRewardInTheVisitorsLanguage(
      String language, String title, String status, String reward) {
    PortalStory story = PortalStory.begin(",\"timeZone\":\"Asia/Tokyo\"");
    story.won(story.captured("Ann <Lee>", "ann@" + unique("acme") + ".example"), "48000.00");

    page(story.link(PageLinkKind.STATUS) + "?lang=" + language)
        .then()
        .statusCode(200)
        .body(containsString("<html lang=\"" + language + "\">"))
        .body(containsString(title))
        .body(containsString("Kim Park"))
        .body(containsString("Ann &lt;Lee&gt;, Acme"))
        .body(containsString("<dd>" + status + "</dd>"))
        .body(containsString(reward));
  }

  @Test
  void shouldShowTheLevelAndWhatTheNextOneTakes() {
    PortalStory story =
        PortalStory.begin(
            ",\"tiers\":[1,3],\"recognition\":{\"levels\":[{\"name\":\"Bronze\",\"benefits\":\"A <mug>\"},{\"name\":\"Gold\"}]}");
    page(story.link(PageLinkKind.STATUS))
        .then()
        .body(containsString("Won referrals that count: 0. The next level begins at 1."))
        .body(not(containsString("Your level")));

    story.won(story.captured("Ann Lee", "ann@" + unique("acme") + ".example"), "48000.00");

    page(story.link(PageLinkKind.STATUS))
        .then()
        .body(containsString("Your level: Bronze"))
        .body(containsString("A &lt;mug&gt;"))
        .body(containsString("Won referrals that count: 1. The next level begins at 3."));
    page(PortalStory.begin().link(PageLinkKind.STATUS))
        .then()
        .body(not(containsString("next level")));
  }

  @Test
  void shouldShowOnlyTheReferrersOwnAndOnlyCoarsely() {
    PortalStory story = PortalStory.begin();
    String other =
        api(story.key())
            .body(Map.of("person", Map.of("name", "Otto", "email", "otto@beta.example")))
            .post("/v1/referrers")
            .path("id");
    api(story.key())
        .body(
            Map.of(
                "prospect", Map.of("name", "Bob Not-Kims", "email", "bob@other.example"),
                "referrer", Map.of("id", other)))
        .post("/v1/referrals");
    story.captured("Bob Known-Already", "bob@other.example");
    story.captured("Ann Lee", "ann@" + unique("acme") + ".example");

    page(story.link(PageLinkKind.STATUS))
        .then()
        .body(not(containsString("Not-Kims")))
        .body(not(containsString("Otto")))
        .body(not(containsString("@")))
        .body(not(containsString("ref_")))
        .body(containsString("<dd>received</dd>"))
        .body(containsString("<dd>in contact</dd>"));
  }

  @Test
  void shouldShowFiftyAndLeadToTheOlderOnes() {
    PortalStory story = PortalStory.begin();
    page(story.link(PageLinkKind.STATUS)).then().body(containsString("not referred anybody yet"));
    for (int i = 0; i < 51; i++) {
      story.captured("Prospect %02d".formatted(i), unique("p") + "@" + unique("acme") + ".example");
    }
    String link = story.link(PageLinkKind.STATUS);

    String first = page(link).asString();
    Matcher next = NEXT.matcher(first);
    assertThat(next.find()).isTrue();
    String second = page(link + next.group(1).replace("&amp;", "&")).asString();

    assertThat(first).contains("Prospect 50").contains("Prospect 01").doesNotContain("Prospect 00");
    assertThat(second).contains("Prospect 00").doesNotContain("Prospect 01");
    assertThat(NEXT.matcher(second).find()).isFalse();
    page(link + "?cursor=nonsense").then().statusCode(200).body(containsString("Prospect 50"));
  }
}
