package app.vouch.portal;

import static app.vouch.TestApi.api;
import static app.vouch.TestApi.unique;
import static app.vouch.portal.PortalStory.nonce;
import static app.vouch.portal.PortalStory.page;
import static app.vouch.portal.PortalStory.send;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import app.vouch.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The three-field form: what it takes, what it keeps, and who it is closed to. */
@QuarkusTest
class FormPageTest {
  @Inject TestClock clock;

  private void read() {
    clock.advance(Duration.ofSeconds(3));
  }

  private static Map<String, String> ann(String nonce) {
    return filled(nonce, "ann@" + unique("acme") + ".example");
  }

  private static Map<String, String> filled(String nonce, String email) {
    Map<String, String> form = new HashMap<>();
    form.put("name", "Ann Lee");
    form.put("email", email);
    form.put("organization", "Acme");
    form.put("reason", "Her month ends late");
    form.put("nonce", nonce);
    return form;
  }

  @ParameterizedTest
  @CsvSource({
    "en, Your referral is accepted",
    "de, Ihre Empfehlung ist angenommen",
    "fr, Votre recommandation est acceptée",
  })
  void shouldCaptureAReferralOfTheLinksReferrer(String language, String thanks) {
    PortalStory story = PortalStory.begin();
    String link = story.link(PageLinkKind.FORM) + "?lang=" + language;
    String shown =
        page(link)
            .then()
            .statusCode(200)
            .header("Referrer-Policy", "no-referrer")
            .header("X-Robots-Tag", containsString("noindex"))
            .header("Cache-Control", "no-store")
            .body(containsString("<html lang=\"" + language + "\">"))
            .body(not(containsString("<script")))
            .extract()
            .asString();
    assertThat(story.referrals()).isEmpty();
    read();

    send(link, ann(nonce(shown))).then().statusCode(200).body(containsString(thanks));

    assertThat(story.referrals())
        .singleElement()
        .satisfies(
            referral ->
                assertThat(referral)
                    .containsEntry("source", "FORM")
                    .containsEntry("state", "ACCEPTED")
                    .containsEntry("reason", "Her month ends late"))
        .extracting(referral -> ((Map<?, ?>) referral.get("referrer")).get("id"))
        .isEqualTo(story.referrer());
  }

  @Test
  void shouldCountOnceWhenTheSamePageIsSentAgain() throws Exception {
    PortalStory story = PortalStory.begin();
    String link = story.link(PageLinkKind.FORM);
    Map<String, String> form = ann(nonce(page(link).asString()));
    read();
    Callable<String> click = () -> send(link, form).asString();

    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      List<Future<String>> answers = two.invokeAll(List.of(click, click));
      assertThat(answers.get(0).get()).isEqualTo(answers.get(1).get()).contains("accepted");
    }
    send(link + "?lang=de", form).then().body(containsString("role=\"alert\""));
    assertThat(story.referrals()).hasSize(1);

    form.put("name", "Anna Lee");
    send(link, form)
        .then()
        .body(containsString("sent before with other words"))
        .body(containsString("value=\"Anna Lee\""));
    assertThat(story.referrals()).hasSize(1);
  }

  @Test
  void shouldSayWhatIsWrongNextToEachFieldAndKeepWhatWasTyped() {
    PortalStory story = PortalStory.begin();
    String link = story.link(PageLinkKind.FORM);
    Map<String, String> form = ann(nonce(page(link).asString()));
    form.put("name", " ");
    form.put("email", "<b>ann");
    form.put("reason", "x".repeat(2001));
    read();

    send(link, form)
        .then()
        .statusCode(200)
        .body(containsString("role=\"alert\""))
        .body(containsString("<a href=\"#name\">Enter a name</a>"))
        .body(containsString("id=\"name-error\">Enter a name<"))
        .body(containsString("aria-describedby=\"name-error\" aria-invalid=\"true\""))
        .body(containsString("aria-describedby=\"email-hint email-error\" aria-invalid=\"true\""))
        .body(containsString("value=\"&lt;b&gt;ann\""))
        .body(containsString("value=\"Acme\""))
        .body(containsString("Use at most 2000 characters"))
        .body(not(containsString("<b>ann")));

    assertThat(story.referrals()).isEmpty();
  }

  @Test
  void shouldNotTakeWhatWasSentTooFastTooLateOrFromNoPage() {
    PortalStory story = PortalStory.begin();
    String link = story.link(PageLinkKind.FORM);
    String nonce = nonce(page(link).asString());

    send(link, ann(nonce)).then().body(containsString("That was quick"));
    send(link, ann("nonsense")).then().body(containsString("value=\"Ann Lee\""));
    given().post(link).then().body(containsString("role=\"alert\""));
    clock.advance(Duration.ofHours(2).plusSeconds(1));
    send(link, ann(nonce)).then().body(containsString("role=\"alert\""));

    assertThat(story.referrals()).isEmpty();
  }

  @Test
  void shouldNotSayWhoElseReferredSomebodyWhoIsKnown() {
    PortalStory story = PortalStory.begin();
    String other =
        api(story.key())
            .body(Map.of("person", Map.of("name", "Otto Other", "email", "otto@beta.example")))
            .post("/v1/referrers")
            .path("id");
    String email = "ann@" + unique("acme") + ".example";
    api(story.key())
        .body(
            Map.of(
                "prospect", Map.of("name", "Ann Lee", "email", email),
                "referrer", Map.of("id", other)))
        .post("/v1/referrals")
        .then()
        .statusCode(201);
    String link = story.link(PageLinkKind.FORM);
    String nonce = nonce(page(link).asString());
    read();

    send(link, filled(nonce, email))
        .then()
        .statusCode(200)
        .body(containsString("known already"))
        .body(not(containsString("Otto")))
        .body(not(containsString("ref_")));
  }

  @Test
  void shouldSayThatAReferralIsUnderReview() {
    PortalStory story = PortalStory.begin(",\"capture\":{\"review\":\"ALL\"}");
    String link = story.link(PageLinkKind.FORM);
    String nonce = nonce(page(link).asString());
    read();

    send(link, ann(nonce)).then().body(containsString("under review"));

    assertThat(story.referrals().getFirst()).containsEntry("state", "SUBMITTED");
  }

  @Test
  void shouldNotTakeTheReferrersOwnAddress() {
    PortalStory story = PortalStory.begin();
    String link = story.link(PageLinkKind.FORM);
    String nonce = nonce(page(link).asString());
    read();

    send(link, filled(nonce, story.email()))
        .then()
        .body(containsString("not your own"))
        .body(containsString("aria-invalid=\"true\""));

    assertThat(story.referrals()).isEmpty();
  }

  @Test
  void shouldCloseOldLinksAndThoseOfReferrersWhoMayNotRefer() {
    PortalStory story = PortalStory.begin();
    String replaced = story.link(PageLinkKind.FORM);
    String status = story.link(PageLinkKind.STATUS);
    String present = story.link(PageLinkKind.FORM);
    String closed = page("/i/" + "z".repeat(43)).then().statusCode(404).extract().asString();

    page(present).then().statusCode(200);
    page(status).then().statusCode(200);
    for (String wrong :
        List.of(
            replaced,
            status.replace("/s/", "/f/"),
            present.replace("/f/", "/s/"),
            present.replace("/f/", "/i/"),
            "/f/" + "q".repeat(43),
            "/s/" + "q".repeat(43))) {
      page(wrong).then().statusCode(404).body(equalTo(closed));
    }
    send(replaced, ann("x")).then().statusCode(404).body(equalTo(closed));

    story.transition("PAUSE");
    page(present).then().statusCode(404).body(equalTo(closed));
    page(status).then().statusCode(200);
    story.transition("RESUME");
    page(present).then().statusCode(200);
    clock.advance(Duration.ofDays(365));
    page(present).then().statusCode(404).body(equalTo(closed));
    page(status).then().statusCode(404).body(equalTo(closed));
  }

  @Test
  void shouldChangeNothingWhenTheFormIsOnlyLookedAt() {
    PortalStory story = PortalStory.begin();
    String link = story.link(PageLinkKind.FORM);

    for (int i = 0; i < 3; i++) {
      given().get(link).then().statusCode(200);
      given().head(link).then().statusCode(200);
      given().get(link + "?name=Ann&email=ann@acme.example&organization=Acme");
    }

    assertThat(story.referrals()).isEmpty();
  }
}
