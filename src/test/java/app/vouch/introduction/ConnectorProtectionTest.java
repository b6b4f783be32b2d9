package app.vouch.introduction;

import static app.vouch.TestApi.api;
import static app.vouch.TestApi.graphql;
import static app.vouch.TestApi.unique;
import static app.vouch.introduction.IntroductionStory.request;
import static app.vouch.introduction.IntroductionStory.transition;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import app.vouch.TestClock;
import app.vouch.introduction.IntroductionStory.Connector;
import app.vouch.program.IntroductionSettings;
import app.vouch.program.IntroductionSettings.ProtectionSettings;
import app.vouch.shared.MoneyView;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Connectors are not asked more often, nor about others, than they like. */
@QuarkusTest
class ConnectorProtectionTest {
  private static final int AT_ONCE = 10;

  @Inject IntroductionStory story;
  @Inject TestClock clock;

  private static IntroductionSettings rules(
      @Nullable Integer asks, @Nullable String coolDown, @Nullable String floor) {
    return new IntroductionSettings(
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        new ProtectionSettings(asks, coolDown, floor == null ? null : new MoneyView(floor, "USD")),
        null);
  }

  private ValidatableResponse ask(Connector connector) {
    return ask(story.referralBy(connector, "Ann Lee").id());
  }

  private static ValidatableResponse ask(String referral) {
    return api().body(request(referral)).post("/v1/introductions").then();
  }

  private static ValidatableResponse ask(String referral, String amount, String currency) {
    Map<String, Object> request = new HashMap<>(request(referral));
    request.put("dealAmount", Map.of("amount", amount, "currency", currency));
    return api().body(request).post("/v1/introductions").then();
  }

  private static ValidatableResponse protect(Connector connector, Map<String, ?> patch) {
    String path = "/v1/referrers/" + connector.referrerId() + "/protection";
    String tag = api().get(path).header("ETag");
    return api()
        .contentType("application/merge-patch+json")
        .header("If-Match", tag)
        .body(patch)
        .patch(path)
        .then();
  }

  @Test
  void shouldLetTheDefaultsOfTheProgramCount() {
    Connector kim = story.connector(null);

    Instant asked = Instant.parse(ask(kim).statusCode(201).extract().path("requestedAt"));
    Instant freesAt = Instant.parse(refusedBy(ask(kim), "COOL_DOWN"));

    assertThat(freesAt).isEqualTo(asked.plus(Duration.ofDays(14)));
  }

  private static String refusedBy(ValidatableResponse answer, String limit) {
    return answer
        .statusCode(422)
        .body("code", equalTo("connector-limit"))
        .body("limit", equalTo(limit))
        .body("detail", containsString("the connector"))
        .extract()
        .path("freesAt");
  }

  @Test
  void shouldFreeAPlaceAfterNinetyDaysOrWhenAnAskIsCancelled() {
    Connector kim = story.connector(rules(2, "P0D", null));
    String first = ask(kim).statusCode(201).extract().path("id");
    ask(kim).statusCode(201);

    assertThat(Instant.parse(refusedBy(ask(kim), "ASKS_PER_90_DAYS"))).isNotNull();
    transition(first, Map.of("action", "CANCEL")).statusCode(200);
    ask(kim).statusCode(201);
    Instant freesAt = Instant.parse(refusedBy(ask(kim), "ASKS_PER_90_DAYS"));

    clock.advance(Duration.ofDays(90).minusHours(1));
    refusedBy(ask(kim), "ASKS_PER_90_DAYS");
    clock.advance(Duration.ofHours(1));
    ask(kim).statusCode(201);
    assertThat(freesAt).isNotNull();
  }

  @Test
  void shouldLetExactlyOneOfManyTakeTheLastPlace() throws Exception {
    Connector kim = story.connector(rules(3, "P0D", null));
    ask(kim).statusCode(201);
    ask(kim).statusCode(201);
    List<Callable<Integer>> asks = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      String referral = story.referralBy(kim, "Ann Lee").id();
      asks.add(() -> ask(referral).extract().statusCode());
    }

    List<Integer> answers = new ArrayList<>();
    try (ExecutorService askers = Executors.newFixedThreadPool(AT_ONCE)) {
      for (Future<Integer> answer : askers.invokeAll(asks)) {
        answers.add(answer.get());
      }
    }

    assertThat(answers).containsOnlyOnce(201);
    assertThat(answers).filteredOn(status -> status == 422).hasSize(AT_ONCE - 1);
    refusedBy(ask(kim), "ASKS_PER_90_DAYS");
  }

  @Test
  void shouldRefuseADealBelowTheFloor() {
    Connector kim = story.connector(rules(9, "P0D", "10000.00"));
    String referral = story.referralBy(kim, "Ann Lee").id();

    ask(referral, "9999.99", "USD")
        .statusCode(422)
        .body("code", equalTo("connector-limit"))
        .body("limit", equalTo("DEAL_FLOOR"))
        .body("floor.amount", equalTo("10000.00"))
        .body("detail", containsString("10000.00 USD"));
    ask(referral, "9999.99", "EUR").statusCode(422).body("code", equalTo("currency-mismatch"));
    ask(referral, "10000.00", "USD").statusCode(201);
    ask(kim).statusCode(201);
  }

  @Test
  void shouldCompareTheFloorWithALinkedDealFirst() {
    Connector kim = story.connector(rules(9, "P0D", "10000.00"));
    String small = story.referralBy(kim, "Ann Lee").id();
    deal(small, "500.00");
    String large = story.referralBy(kim, "Bob Ray").id();
    deal(large, "50000.00");

    ask(small, "90000.00", "USD").statusCode(422).body("limit", equalTo("DEAL_FLOOR"));
    ask(large, "1.00", "USD").statusCode(201);
  }

  private static void deal(String referral, String amount) {
    api()
        .body(
            Map.of(
                "name",
                "Rollout",
                "referralId",
                referral,
                "amount",
                Map.of("amount", amount, "currency", "USD"),
                "externalRefs",
                List.of(Map.of("system", "crm", "id", unique("deal")))))
        .post("/v1/deals")
        .then()
        .statusCode(201);
  }

  @Test
  void shouldLetTheReferrersOwnRulesCountBeforeTheProgram() {
    Connector kim = story.connector(rules(1, "P30D", "10000.00"));

    protect(
            kim,
            Map.of(
                "asksPer90Days",
                2,
                "coolDown",
                "P0D",
                "dealFloor",
                Map.of("amount", "20000.00", "currency", "USD"),
                "preferredChannel",
                "PHONE"))
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("id", equalTo(kim.referrerId()))
        .body("asksPer90Days", equalTo(2))
        .body("noGoOrganizations", hasSize(0))
        .body("preferredChannel", equalTo("PHONE"));

    String referral = story.referralBy(kim, "Ann Lee").id();
    ask(referral, "15000.00", "USD").statusCode(422).body("limit", equalTo("DEAL_FLOOR"));
    ask(referral).statusCode(201);
    ask(kim).statusCode(201);
    refusedBy(ask(kim), "ASKS_PER_90_DAYS");
    Map<String, Object> none = new HashMap<>();
    none.put("asksPer90Days", null);
    none.put("coolDown", null);
    protect(kim, none).statusCode(200).header("ETag", "\"2\"").body("coolDown", nullValue());
    refusedBy(ask(kim), "ASKS_PER_90_DAYS");
  }

  @Test
  void shouldRefuseNoGoOrganizationsAndPausesAlikeWithoutSayingWhy() {
    Connector kim = story.connector(rules(9, "P0D", null));
    String referral = story.referralBy(kim, "Ann Lee").id();
    String home = api().body(Map.of("name", unique("Globex"))).post("/v1/organizations").path("id");
    String prospect = api().get("/v1/referrals/" + referral).path("prospect.id");
    String version = api().get("/v1/people/" + prospect).header("ETag");
    api()
        .contentType("application/merge-patch+json")
        .header("If-Match", version)
        .body(Map.of("organizationId", home))
        .patch("/v1/people/" + prospect)
        .then()
        .statusCode(200);

    protect(kim, Map.of("noGoOrganizations", List.of(home))).statusCode(200);
    Map<String, Object> noGo = quietly(ask(referral));
    protect(kim, Map.of("noGoOrganizations", List.of())).statusCode(200);
    protect(kim, Map.of("pausedUntil", "2037-12-31T00:00:00Z")).statusCode(200);
    Map<String, Object> paused = quietly(ask(referral));
    Map<String, Object> none = new HashMap<>();
    none.put("pausedUntil", null);
    protect(kim, none).statusCode(200);
    move(kim, "PAUSE");
    Map<String, Object> left = quietly(ask(referral));
    move(kim, "RESUME");
    ask(referral).statusCode(201);

    assertThat(paused).isEqualTo(noGo);
    assertThat(left).isEqualTo(noGo);
    assertThat(noGo).containsOnlyKeys("type", "title", "status", "detail", "code", "instance");
  }

  private static void move(Connector connector, String action) {
    api()
        .body(Map.of("action", action))
        .post("/v1/referrers/" + connector.referrerId() + "/transitions")
        .then()
        .statusCode(200);
  }

  /** The refusal's body, without the request's id. */
  static Map<String, Object> quietly(ValidatableResponse answer) {
    Map<String, Object> body =
        new HashMap<>(
            answer
                .statusCode(422)
                .body("code", equalTo("introduction-not-possible"))
                .body("requestId", notNullValue())
                .extract()
                .<Map<String, Object>>path("$"));
    body.remove("requestId");
    return body;
  }

  @Test
  void shouldRefuseWrongRules() {
    Connector kim = story.connector(null);

    protect(kim, Map.of("coolDown", "soon"))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/coolDown"));
    protect(kim, Map.of("asksPer90Days", -1))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/asksPer90Days"));
    protect(kim, Map.of("dealFloor", Map.of("amount", "0", "currency", "USD")))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/dealFloor/amount"));
    protect(kim, Map.of("pausedUntil", "2099-01-01T00:00:00Z"))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/pausedUntil"));
    protect(kim, Map.of("noGoOrganizations", List.of("org_01h455vb4pex5vsknk084sn02q")))
        .statusCode(422)
        .body("code", equalTo("unknown-reference"));
    String path = "/v1/referrers/" + kim.referrerId() + "/protection";
    api()
        .contentType("application/merge-patch+json")
        .header("If-Match", "\"7\"")
        .body(Map.of("asksPer90Days", 1))
        .patch(path)
        .then()
        .statusCode(412)
        .body("code", equalTo("version-mismatch"));
    api().get(path).then().statusCode(200).body("version", equalTo(0));
  }

  @Test
  void shouldNameLimitAndTimeInGraphqlAsWell() {
    Connector kim = story.connector(rules(1, "P0D", null));
    ask(kim).statusCode(201);
    String referral = story.referralBy(kim, "Ann Lee").id();

    graphql(
            "mutation($i: RequestIntroductionInput!) {requestIntroduction(input: $i)"
                + " {introduction {id} userErrors {code message}}}",
            Map.of("i", request(referral)))
        .body("data.requestIntroduction.userErrors[0].code", equalTo("connector-limit"))
        .body(
            "data.requestIntroduction.userErrors[0].message",
            containsString("1 times in 90 days at most; ask again from 20"));
  }
}
