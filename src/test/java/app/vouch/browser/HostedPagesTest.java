package app.vouch.browser;

import static app.vouch.TestApi.api;
import static app.vouch.TestApi.unique;
import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.TenantRows;
import app.vouch.TestClock;
import app.vouch.introduction.IntroductionStory;
import app.vouch.portal.PageLinkKind;
import app.vouch.portal.PortalStory;
import app.vouch.portal.PublicLinks;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** Every hosted page in a browser; pictures go to {@code target/screenshots}. */
@QuarkusTest
@Tag("browser")
class HostedPagesTest {
  @Inject IntroductionStory story;
  @Inject TestClock clock;

  @TestHTTPResource("/")
  URI root;

  private Browser browser;

  @BeforeEach
  void open() {
    browser = Browser.open(root);
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  private void read() {
    clock.advance(Duration.ofSeconds(3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "fr"})
  void shouldBeAccessibleFromTheQuestionToTheWithdrawal(String language) {
    String id = story.requestedIntroduction();
    browser.go(story.optInLink(id) + "?lang=" + language);
    browser.check("opt-in-" + language);

    browser.element("#accept").click();
    browser.run("document.querySelector('[name=nonce]').value = 'of an old page'");
    browser.follow("button");
    assertThat(browser.has("[role=alert]")).isTrue();
    browser.check("opt-in-again-" + language);

    read();
    browser.follow("button");
    browser.check("answered-" + language);
    browser.follow("main a");
    browser.check("withdraw-" + language);
    read();
    browser.follow("button");
    browser.check("withdrawn-" + language);

    assertThat(IntroductionStory.stateOf(id)).isEqualTo("WITHDRAWN");
    browser.go("/i/" + "b".repeat(43) + "?lang=" + language);
    browser.check("closed-" + language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "fr"})
  void shouldBeAccessibleFromTheFormToTheStatus(String language) {
    PortalStory portal = PortalStory.begin();
    browser.go(portal.link(PageLinkKind.FORM) + "?lang=" + language);
    browser.check("form-" + language);

    read();
    browser.element("#name").sendKeys("Ann Lee");
    browser.follow("button");
    assertThat(browser.element("#name").getDomProperty("value")).isEqualTo("Ann Lee");
    browser.check("form-errors-" + language);

    browser.element("#email").sendKeys("ann@" + unique("acme") + ".example");
    browser.element("#organization").sendKeys("Acme");
    browser.follow("button");
    assertThat(browser.text()).contains("Ann Lee");
    browser.check("referred-" + language);

    portal.won(
        portal.captured("Bob Long-Name-That-Goes-On-And-On", unique("bob") + "@b.example"),
        "48000.00");
    browser.go(portal.link(PageLinkKind.STATUS) + "?lang=" + language);
    assertThat(browser.text()).contains("Ann Lee").contains("Bob");
    browser.check("status-" + language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "fr"})
  void shouldTellTheReferrerWhomToThinkOf(String language) {
    PortalStory portal = PortalStory.begin(PortalStory.BRIEFS);
    browser.go(portal.link(PageLinkKind.FORM) + "?lang=" + language);
    browser.check("form-with-brief-" + language);

    browser.follow("main p a");
    assertThat(browser.text()).contains("38 %");
    browser.check("brief-" + language);
    browser.follow("main p a");
    assertThat(browser.has("#email")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "fr"})
  void shouldLetTheReferrerAcceptTheTerms(String language) {
    PortalStory portal = PortalStory.begin(PortalStory.TERMS);
    browser.go(portal.link(PageLinkKind.FORM) + "?lang=" + language);
    read();
    browser.follow("button");
    assertThat(browser.has("#terms-error")).isTrue();
    browser.check("form-with-terms-" + language);

    browser.go(portal.link(PageLinkKind.STATUS) + "?lang=" + language);
    browser.check("status-with-terms-" + language);
    browser.element("#terms").click();
    read();
    browser.follow("button");
    assertThat(browser.has("#terms")).isFalse();
  }

  @Test
  void shouldShowTheBrandsColourAndKeepItReadable() {
    PortalStory portal = PortalStory.begin();
    api(portal.key())
        .header("If-Match", "\"1\"")
        .contentType("application/merge-patch+json")
        .body("{\"color\":\"#767676\",\"name\":\"Acme Partners\"}")
        .patch("/v1/branding")
        .then()
        .statusCode(200);

    browser.go(portal.link(PageLinkKind.FORM));

    assertThat(browser.element("button").getCssValue("background-color"))
        .isEqualTo("rgba(118, 118, 118, 1)");
    browser.check("brand");
  }

  @Test
  void shouldChangeNoRowWhenAProgramWithScriptsLooksAndLeaves() {
    PublicLinks links = PublicLinks.begin(clock);
    Map<String, List<String>> before = TenantRows.settled(links.tenant());

    for (String link : links.all()) {
      browser.go(link);
      browser.run("window.scrollTo(0, document.body.scrollHeight)");
      browser.run("document.dispatchEvent(new MouseEvent('mousemove'))");
      browser.run("document.querySelectorAll('a').forEach(a => fetch(a.href).catch(() => 0))");
      browser.leave();
    }
    read();

    assertThat(before).containsKeys("introduction", "journal", "consent", "introduction_token");
    assertThat(TenantRows.settled(links.tenant())).isEqualTo(before);
  }

  @Test
  void shouldLetSomebodyAnswerByKeyboardAlone() {
    String id = story.requestedIntroduction();
    browser.go(story.optInLink(id));

    browser.tabTo("accept");
    browser.press(Keys.SPACE);
    browser.tabTo("submit");
    read();
    browser.send(Keys.ENTER);

    assertThat(browser.text()).contains("Your yes is recorded");
    assertThat(IntroductionStory.stateOf(id)).isEqualTo("PROSPECT_ASKED");
  }

  @Test
  void shouldLetSomebodyReferByKeyboardAlone() {
    PortalStory portal = PortalStory.begin();
    browser.go(portal.link(PageLinkKind.FORM));

    browser.tabTo("name");
    browser.press("Ann Lee");
    browser.tabTo("email");
    browser.press("ann@" + unique("acme") + ".example");
    browser.tabTo("organization");
    browser.press("Acme");
    browser.tabTo("submit");
    read();
    browser.send(Keys.ENTER);

    assertThat(browser.text()).contains("Your referral is accepted");
  }
}
