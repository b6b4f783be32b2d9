package app.vouch.introduction;

import static app.vouch.TestApi.api;
import static app.vouch.introduction.IntroductionStory.answer;
import static app.vouch.introduction.IntroductionStory.consents;
import static app.vouch.introduction.IntroductionStory.nonce;
import static app.vouch.introduction.IntroductionStory.page;
import static app.vouch.introduction.IntroductionStory.state;
import static app.vouch.introduction.IntroductionStory.submit;
import static app.vouch.introduction.IntroductionStory.takeBack;
import static app.vouch.introduction.IntroductionStory.transition;
import static app.vouch.introduction.IntroductionStory.withdrawal;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

import app.vouch.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a party can do with a link, and what a mail scanner cannot. */
@QuarkusTest
class OptInPageTest {
  @Inject IntroductionStory story;
  @Inject TestClock clock;

  private void read() {
    clock.advance(Duration.ofSeconds(3));
  }

  @Test
  void shouldIntroduceWhenBothSayYesOnTheirPages() {
    String id = story.requested();

    answer(story.link(id), "ACCEPT", this::read).then().statusCode(200);
    assertThat(state(id)).isEqualTo("PROSPECT_ASKED");
    answer(story.link(id), "ACCEPT", this::read).then().statusCode(200);
    assertThat(state(id)).isEqualTo("MUTUAL");
    transition(id, Map.of("action", "INTRODUCE")).statusCode(200);

    assertThat(state(id)).isEqualTo("INTRODUCED");
    List<Map<String, Object>> consents = consents(id);
    assertThat(consents).hasSize(2);
    assertThat(consents.getFirst())
        .containsEntry("party", "CONNECTOR")
        .containsEntry("purpose", "INTRODUCE_ME")
        .containsEntry("decision", "GIVEN")
        .containsEntry("channel", "LINK")
        .containsEntry("attested", false)
        .containsEntry("wordingVersion", "connector/en/2")
        .containsEntry("withdrawnAt", null);
    assertThat(consents.getFirst().get("wordingHash")).asString().matches("[0-9a-f]{64}");
    assertThat(consents.getFirst().get("tokenId")).isNotNull();
    assertThat(consents.getFirst().get("remoteAddress")).isNotNull();
    assertThat(consents.getFirst().get("recordedBy").toString()).contains("PARTY", "per_");
    assertThat(consents.getLast())
        .containsEntry("party", "PROSPECT")
        .containsEntry("purpose", "SHARE_MY_CONTACT");
  }

  @Test
  void shouldShowWhoAsksAndWhyInSafeHtml() {
    String id = story.requested(story.referral(null, "<script>alert(1)</script> Ann").id());

    Response shown = page(story.link(id));

    shown
        .then()
        .statusCode(200)
        .header("Content-Type", equalTo("text/html;charset=utf-8"))
        .header("Referrer-Policy", "no-referrer")
        .header("X-Robots-Tag", containsString("noindex"))
        .header("Cache-Control", "no-store")
        .header("Content-Security-Policy", containsString("default-src 'none'"))
        .body(containsString("<html lang=\"en\">"))
        .body(containsString("Sam Seller"))
        .body(containsString("Shorter month ends at Acme"))
        .body(containsString("<label for=\"accept\">"));
    assertThat(shown.asString()).doesNotContain("<script").contains("&lt;script&gt;");
    assertThat(shown.asString()).doesNotContain("http:", "https:");
  }

  @Test
  void shouldChangeNothingWhenALinkIsOnlyFollowed() {
    String id = story.requested();
    String link = story.link(id);
    int version = api().get("/v1/introductions/" + id).path("version");

    for (int i = 0; i < 5; i++) {
      given().get(link).then().statusCode(200);
      given().head(link).then().statusCode(200).body(emptyString());
      given().header("Sec-Purpose", "prefetch").get(link).then().statusCode(200);
      given().header("User-Agent", "Barracuda Sentinel").get(link).then().statusCode(200);
    }

    api().get("/v1/introductions/" + id).then().body("version", equalTo(version));
    assertThat(consents(id)).isEmpty();
    assertThat(state(id)).isEqualTo("REQUESTED");
  }

  @Test
  void shouldChangeNothingWhenTheFormHasNoGoodNonce() {
    String id = story.requested();
    String link = story.link(id);
    String good = nonce(page(link).asString());
    read();

    for (Map<String, String> form :
        List.of(
            Map.of("choice", "DECLINE"),
            Map.of("choice", "DECLINE", "nonce", ""),
            Map.of("choice", "DECLINE", "nonce", "nonsense"),
            Map.of("choice", "DECLINE", "nonce", flipped(good)))) {
      submit(link, form)
          .then()
          .statusCode(200)
          .body(containsString("value=\"DECLINE\" checked"))
          .body(containsString("role=\"alert\""));
    }
    given().post(link).then().body(containsString("role=\"alert\""));

    assertThat(state(id)).isEqualTo("REQUESTED");
    assertThat(consents(id)).isEmpty();
  }

  private static String flipped(String nonce) {
    char last = nonce.charAt(nonce.length() - 2);
    return nonce.substring(0, nonce.length() - 2) + (last == 'A' ? 'B' : 'A') + "A";
  }

  @Test
  void shouldShowThePageAgainWhenTheAnswerCameTooFastAndTakeItWhenSentAgain() {
    String id = story.requested();
    String link = story.link(id);
    String nonce = nonce(page(link).asString());

    String again =
        submit(link, Map.of("choice", "ACCEPT", "nonce", nonce))
            .then()
            .statusCode(200)
            .body(containsString("value=\"ACCEPT\" required checked"))
            .extract()
            .asString();
    assertThat(state(id)).isEqualTo("REQUESTED");
    read();
    submit(link, Map.of("choice", "ACCEPT", "nonce", nonce(again))).then().statusCode(200);

    assertThat(state(id)).isEqualTo("PROSPECT_ASKED");
  }

  @Test
  void shouldShowThePageAgainWhenNothingOrNonsenseWasChosen() {
    String id = story.requested();
    String link = story.link(id);
    String nonce = nonce(page(link).asString());
    read();

    submit(link, Map.of("nonce", nonce)).then().body(containsString("Please choose"));
    submit(link, Map.of("nonce", nonce, "choice", "MAYBE"))
        .then()
        .body(containsString("Please choose"));
    given()
        .contentType("application/x-www-form-urlencoded")
        .formParam("choice", "ACCEPT", "DECLINE")
        .formParam("nonce", nonce)
        .post(link)
        .then()
        .body(containsString("Please choose"));

    assertThat(state(id)).isEqualTo("REQUESTED");
  }

  @Test
  void shouldRefuseAnOldPageWhenTwoHoursHavePassed() {
    String id = story.requested();
    String link = story.link(id);
    String nonce = nonce(page(link).asString());
    clock.advance(Duration.ofHours(2).plusSeconds(1));

    submit(link, Map.of("choice", "ACCEPT", "nonce", nonce))
        .then()
        .body(containsString("role=\"alert\""));

    assertThat(state(id)).isEqualTo("REQUESTED");
  }

  @Test
  void shouldAnswerTheSameWhenALinkIsUnknownUsedReplacedOrExpired() {
    String used = story.requested();
    String usedLink = story.link(used);
    answer(usedLink, "ACCEPT", this::read).then().statusCode(200);
    String replaced = story.requested();
    String replacedLink = story.link(replaced);
    story.link(replaced);
    String expired = story.requested();
    String expiredLink = story.link(expired);
    clock.advance(Duration.ofDays(7));

    String unknown = page("/i/" + "x".repeat(43)).then().statusCode(404).extract().asString();

    for (String link : List.of(usedLink, replacedLink, expiredLink)) {
      assertThat(page(link).then().statusCode(404).extract().asString()).isEqualTo(unknown);
      assertThat(
              submit(link, Map.of("choice", "ACCEPT")).then().statusCode(404).extract().asString())
          .isEqualTo(unknown);
    }
  }

  @Test
  void shouldMakeOneTransitionWhenTheFormIsSentTwiceAtOnce() throws Exception {
    String id = story.requested();
    String link = story.link(id);
    String nonce = nonce(page(link).asString());
    read();
    Callable<Integer> click =
        () -> submit(link, Map.of("choice", "ACCEPT", "nonce", nonce)).statusCode();

    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      List<Future<Integer>> answers = two.invokeAll(List.of(click, click));

      assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
          .containsExactlyInAnyOrder(200, 404);
    }
    assertThat(consents(id)).hasSize(1);
    assertThat(state(id)).isEqualTo("PROSPECT_ASKED");
  }

  @Test
  void shouldDeferAndComeBackWhenThePartySaysNotNow() {
    String id = story.requested();

    answer(story.link(id), "NOT_NOW", this::read).then().statusCode(200);

    api()
        .get("/v1/introductions/" + id)
        .then()
        .body("state", equalTo("DEFERRED"))
        .body("deferredBy", equalTo("CONNECTOR"));
    assertThat(consents(id)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONNECTOR", "PROSPECT"})
  void shouldEndWhenAPartySaysNo(String party) {
    String id = story.requested();
    if (party.equals("PROSPECT")) {
      answer(story.link(id), "ACCEPT", this::read);
    }

    answer(story.link(id), "DECLINE", this::read)
        .then()
        .statusCode(200)
        .body(containsString("Nothing is shared"));

    assertThat(state(id)).isEqualTo(party + "_DECLINED");
    assertThat(consents(id).getLast())
        .containsEntry("decision", "REFUSED")
        .containsEntry("expiresAt", null);
  }

  @Test
  void shouldEndWhenAYesIsTakenBackBeforeTheIntroduction() {
    String id = story.requested();
    String taken = withdrawal(answer(story.link(id), "ACCEPT", this::read).asString());

    page(taken).then().statusCode(200).body(containsString("Take my yes back"));
    given().head(taken).then().statusCode(200);
    assertThat(state(id)).isEqualTo("PROSPECT_ASKED");
    String blind = submit(taken, Map.of()).then().statusCode(200).extract().asString();
    assertThat(blind).contains("Take my yes back", "Please check your answer");
    String quick = takeBack(taken, () -> {}).then().statusCode(200).extract().asString();
    assertThat(quick).contains("That was quick");
    assertThat(state(id)).isEqualTo("PROSPECT_ASKED");
    read();
    String sentAgain = submit(taken, Map.of("nonce", nonce(quick))).asString();
    assertThat(sentAgain).contains("Taken back");
    assertThat(state(id)).isEqualTo("WITHDRAWN");
    String first = takeBack(taken, this::read).then().statusCode(200).extract().asString();
    String second = takeBack(taken, this::read).then().statusCode(200).extract().asString();

    assertThat(second).isEqualTo(first);
    assertThat(state(id)).isEqualTo("WITHDRAWN");
    assertThat(consents(id).getFirst().get("withdrawnAt")).isNotNull();
  }

  @Test
  void shouldOnlyRecordItWhenAYesIsTakenBackAfterTheIntroduction() {
    String id = story.requested();
    answer(story.link(id), "ACCEPT", this::read);
    String taken = withdrawal(answer(story.link(id), "ACCEPT", this::read).asString());
    transition(id, Map.of("action", "INTRODUCE")).statusCode(200);

    takeBack(taken, this::read).then().statusCode(200);

    assertThat(state(id)).isEqualTo("INTRODUCED");
    assertThat(consents(id).getLast().get("withdrawnAt")).isNotNull();
    assertThat(consents(id).getFirst().get("withdrawnAt")).isNull();
  }

  @Test
  void shouldTakeBackWithNeitherLinkWhatTheOtherIsFor() {
    String id = story.requested();
    String link = story.link(id);

    page(link.replace("/i/", "/w/")).then().statusCode(404);
    submit(link.replace("/i/", "/w/"), Map.of()).then().statusCode(404);
    String taken = withdrawal(answer(link, "ACCEPT", this::read).asString());
    page(taken.replace("/w/", "/i/")).then().statusCode(404);

    assertThat(state(id)).isEqualTo("PROSPECT_ASKED");
  }
}
