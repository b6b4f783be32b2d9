package app.vouch.introduction;

import static app.vouch.TestApi.OPERATOR_KEY;
import static app.vouch.TestApi.api;
import static app.vouch.TestApi.unique;
import static app.vouch.introduction.IntroductionStory.answer;
import static app.vouch.introduction.IntroductionStory.nonce;
import static app.vouch.introduction.IntroductionStory.page;
import static app.vouch.introduction.IntroductionStory.request;
import static app.vouch.introduction.IntroductionStory.state;
import static app.vouch.introduction.IntroductionStory.submit;
import static app.vouch.introduction.IntroductionStory.transition;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import app.vouch.TestClock;
import app.vouch.introduction.IntroductionStory.Referred;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What nobody should send, and what comes of it. */
@QuarkusTest
class IntroductionBadInputTest {
  private static final String NASTY = "<img src=x onerror=alert(1)> \"Ann\" & 'Co'";

  @Inject IntroductionStory story;
  @Inject TestClock clock;

  private void read() {
    clock.advance(Duration.ofSeconds(3));
  }

  private static ValidatableResponse ask(String referral, String member, Object value) {
    Map<String, Object> request = new HashMap<>(request(referral));
    request.put(member, value);
    return api().body(request).post("/v1/introductions").then();
  }

  @Test
  void shouldRefuseWhoeverAsksForThemselvesOrTheirConnector() {
    Referred referral = story.referral();

    for (String email : List.of(referral.prospectEmail(), referral.connectorEmail())) {
      ask(referral.id(), "requester", Map.of("name", "Somebody", "email", email))
          .statusCode(422)
          .body("code", equalTo("self-referral"));
    }
  }

  @Test
  void shouldRefuseAProspectWhoIsTheConnector() {
    var kim = story.connector(null);

    api()
        .body(
            Map.of(
                "prospect",
                Map.of("name", "Kim Partner", "email", kim.email()),
                "referrer",
                Map.of("id", kim.referrerId()),
                "programId",
                kim.programId()))
        .post("/v1/referrals")
        .then()
        .statusCode(422)
        .body("code", equalTo("self-referral"));
  }

  @Test
  void shouldRefuseAContextLargerThanItsBound() {
    String referral = story.referral().id();

    ask(referral, "context", "why both care ".repeat(750))
        .statusCode(400)
        .body("code", equalTo("invalid-request"))
        .body("errors[0].pointer", equalTo("/context"))
        .body("errors[0].message", containsString("4000"));
    ask(referral, "subject", "s".repeat(201))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/subject"));
    ask(referral, "dealAmount", Map.of("amount", "1e9", "currency", "USD"))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/dealAmount/amount"));
  }

  @Test
  void shouldEscapeNamesOnEveryPage() {
    Map<String, Object> request = new HashMap<>(request(story.referral(null, NASTY).id()));
    request.put("requester", Map.of("name", NASTY, "email", "sam@seller.example"));
    request.put("subject", NASTY);
    request.put("context", IntroductionStory.CONTEXT + " " + NASTY);
    String id =
        api().body(request).post("/v1/introductions").then().statusCode(201).extract().path("id");
    List<String> pages = new ArrayList<>();

    String link = story.link(id);
    pages.add(page(link).asString());
    pages.add(answer(link, "ACCEPT", this::read).asString());
    String message = api().get("/v1/introductions/" + id).path("dueMessageId");
    String optOut = api().post("/v1/messages/" + message + "/render").path("optOutUrl");
    String invitation = story.link(id);
    pages.add(page(invitation).asString());
    pages.add(answer(invitation, "ACCEPT", this::read).asString());
    pages.add(api().get("/v1/introductions/" + id + "/consents/evidence").asString());
    String path = optOut.substring(optOut.indexOf("/u/"));
    pages.add(page(path).asString());
    pages.add(given().post(path).asString());

    assertThat(pages).allSatisfy(html -> assertThat(html).contains("<h1>").doesNotContain("<img"));
    assertThat(pages.getFirst()).contains("&lt;img src=x onerror=alert(1)&gt;");
    assertThat(state(id)).isEqualTo("WITHDRAWN");
  }

  @Test
  void shouldEscapeAnAddressThatIsShownAgain() {
    var kim =
        IntroductionStory.connectorUnder(
            "{\"currency\":\"USD\",\"capture\":{\"prospectContact\":\"HASH_UNTIL_OPT_IN\"}}");
    String id = story.requested(story.referralBy(kim, "Ann Lee").id());
    answer(story.link(id), "ACCEPT", this::read).then().statusCode(200);
    String link = story.link(id);
    String nonce = nonce(page(link).asString());
    read();

    String shown =
        submit(link, Map.of("choice", "ACCEPT", "nonce", nonce, "email", "\">" + NASTY)).asString();

    assertThat(shown).contains("role=\"alert\"", "&quot;&gt;&lt;img").doesNotContain("<img");
  }

  @Test
  void shouldNeverReadANameAsATemplate() {
    String template = "{link} {#if connector}{connector.class}{/if} {inject:secrets}";
    Map<String, Object> request = new HashMap<>(request(story.referral(null, template).id()));
    request.put("requester", Map.of("name", template, "email", "sam@seller.example"));
    request.put("subject", template);
    request.put("context", IntroductionStory.CONTEXT + " " + template);
    String id =
        api().body(request).post("/v1/introductions").then().statusCode(201).extract().path("id");
    String message = api().get("/v1/introductions/" + id).path("dueMessageId");

    api()
        .post("/v1/messages/" + message + "/render")
        .then()
        .statusCode(200)
        .body("subject", containsString("introduce " + template + " to " + template))
        .body("text", containsString(IntroductionStory.CONTEXT + " " + template));
    assertThat(page(story.link(id)).asString()).contains(template);
  }

  @Test
  void shouldRefuseATimeZoneThatIsNone() {
    String program = api().body(Map.of("name", unique("Partners"))).post("/v1/programs").path("id");

    api()
        .body("{\"currency\":\"USD\",\"timeZone\":\"Mars/Olympus\"}")
        .post("/v1/programs/" + program + "/versions")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/timeZone"))
        .body("errors[0].code", equalTo("unknown-time-zone"));
  }

  @ParameterizedTest
  @EnumSource(IntroductionOutcome.class)
  void shouldCloseWithAKnownOutcomeOnly(IntroductionOutcome outcome) {
    String id = story.requested();
    answer(story.link(id), "ACCEPT", this::read).then().statusCode(200);
    answer(story.link(id), "ACCEPT", this::read).then().statusCode(200);
    transition(id, Map.of("action", "INTRODUCE")).statusCode(200);

    transition(id, Map.of("action", "CLOSE", "outcome", "SPLENDID")).statusCode(400);
    transition(id, Map.of("action", "CLOSE"))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/outcome"));
    transition(id, Map.of("action", "CLOSE", "outcome", outcome.name()))
        .statusCode(200)
        .body("state", equalTo("CLOSED"))
        .body("outcome", equalTo(outcome.name()));
  }

  @Test
  void shouldRefuseAReasonThatIsNoneOfOurs() {
    String id = story.requested();

    for (Map<String, String> wrong :
        List.of(
            Map.of("action", "CONNECTOR_DECLINE", "reasonCode", "x".repeat(61)),
            Map.of("action", "CONNECTOR_DECLINE", "note", "x".repeat(2001)),
            Map.of("action", "DEFER", "until", "soon"),
            Map.of("action", "DEFER", "until", "2020-01-01T00:00:00Z"),
            Map.of("action", "REQUEST"),
            Map.of("action", "EXPIRE"))) {
      transition(id, wrong).statusCode(400);
    }
    assertThat(state(id)).isEqualTo("REQUESTED");
  }

  @Test
  void shouldKeepTheLinksOfTenantsApart() {
    String other =
        api(OPERATOR_KEY)
            .body(Map.of("name", unique("Other")))
            .post("/v1/tenants")
            .then()
            .statusCode(201)
            .extract()
            .path("liveKey");
    Referred ann = story.referral();
    String id = story.requested(ann.id());
    answer(story.link(id), "ACCEPT", this::read).then().statusCode(200);
    String message = api().get("/v1/introductions/" + id).path("dueMessageId");
    String url = api().post("/v1/messages/" + message + "/render").path("optOutUrl");

    given().post(url.substring(url.indexOf("/u/"))).then().statusCode(200);

    Map<String, Object> mine =
        api()
            .queryParam("email", ann.prospectEmail())
            .get("/v1/suppressions")
            .<List<Map<String, Object>>>path("data")
            .getFirst();
    api(other)
        .queryParam("email", ann.prospectEmail())
        .get("/v1/suppressions")
        .then()
        .body("data", equalTo(List.of()));
    api(other).get("/v1/suppressions/" + mine.get("id")).then().statusCode(404);
    api(other)
        .body(Map.of("reason", "no business of mine"))
        .post("/v1/suppressions/" + mine.get("id") + "/lift")
        .then()
        .statusCode(404);
    api(other).post("/v1/messages/" + message + "/render").then().statusCode(404);
    api(other).get("/v1/introductions/" + id + "/consents/evidence").then().statusCode(404);
  }
}
