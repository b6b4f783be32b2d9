package app.vouch.portal;

import static app.vouch.portal.PortalStory.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page that tells a referrer whom to think of. */
@QuarkusTest
class BriefPageTest {

  @ParameterizedTest
  @EnumSource(PageLinkKind.class)
  void shouldStandBehindEachOfTheReferrersPages(PageLinkKind kind) {
    PortalStory story = PortalStory.begin(PortalStory.BRIEFS);
    String link = story.link(kind);
    String token = link.substring(kind.path().length());

    page(link)
        .then()
        .statusCode(200)
        .body(containsString("href=\"" + token + "/brief?lang=en\""))
        .body(containsString("Whom should I think of?"));
    page(link + "/brief")
        .then()
        .statusCode(200)
        .header("Referrer-Policy", "no-referrer")
        .body(containsString("Heads of finance"))
        .body(containsString("They speak of &lt;late&gt; reports"))
        .body(containsString("<h2>Whom it is not for</h2>"))
        .body(containsString("mia@vouch.example"))
        .body(containsString("href=\"../" + token + "?lang=en\""));
  }

  @Test
  void shouldSayInWhichLanguageItIs() {
    String link = PortalStory.begin(PortalStory.BRIEFS).link(PageLinkKind.FORM);

    page(link + "/brief?lang=de")
        .then()
        .body(containsString("<html lang=\"de\">"))
        .body(containsString("<p class=\"lead\" lang=\"de\">Leitungen"))
        .body(not(containsString("<section>")));
    page(link + "/brief?lang=fr")
        .then()
        .body(containsString("<html lang=\"fr\">"))
        .body(containsString("Ce que vous pouvez demander"))
        .body(containsString("<p class=\"lead\" lang=\"en\">Heads"));
  }

  @Test
  void shouldBeClosedWhereThereIsNoneAndToWhoeverLeft() {
    PortalStory without = PortalStory.begin();
    String link = without.link(PageLinkKind.FORM);

    page(link).then().statusCode(200).body(not(containsString("/brief")));
    assertThat(page(link + "/brief").statusCode()).isEqualTo(404);
    PortalStory left = PortalStory.begin(PortalStory.BRIEFS);
    String gone = left.link(PageLinkKind.STATUS);
    left.transition("REMOVE");
    assertThat(page(gone + "/brief").statusCode()).isEqualTo(404);
    assertThat(page("/f/" + "x".repeat(43) + "/brief").statusCode()).isEqualTo(404);
  }
}
