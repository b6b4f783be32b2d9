package app.vouch.incentive;

import static app.vouch.TestApi.api;
import static app.vouch.TestApi.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import app.vouch.TestClock;
import app.vouch.incentive.ledger.LedgerHarness;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What gates let through, hold and deny, and what becomes of that when the cause is gone. */
@QuarkusTest
class RewardGateTest {
  /** The reward is what the deal is worth. */
  private static final String WHOLE_DEAL =
      """
      {"id":"all","trigger":"WON","split":"NONE","amount":{"type":"PERCENT","percent":"100"},
       "hold":"P0D","approval":{"by":"AUTOMATIC"},"expires":"P3Y"}""";

  private static final String LIMIT =
      """
      {"payeeLimit":{"amount":"1000.00","currency":"USD","per":"P30D","document":"PROMOTER_AGREEMENT"}}""";

  @Inject LedgerHarness books;
  @Inject TestClock clock;

  @Test
  void shouldHoldTheCentThatIsAboveTheLimit() {
    IncentiveStory story = gated(LIMIT).won("999.99");
    IncentiveStory second = story.another().won("0.01");
    IncentiveStory third = story.another().won("0.01");

    reward(story).body("state", equalTo("AVAILABLE"));
    reward(second).body("state", equalTo("AVAILABLE"));
    reward(third).body("state", equalTo("PENDING")).body("reasons", contains("LIMIT"));
    explanation(third)
        .body("gates[0].gate", equalTo("PAYEE_LIMIT"))
        .body("gates[0].moment", equalTo("GRANT"))
        .body("gates[0].answer", equalTo("HELD"))
        .body("gates[0].limit.amount", equalTo("1000.00"))
        .body("gates[0].counted.amount", equalTo("1000.00"))
        .body("gates[0].amount.amount", equalTo("0.01"))
        .body("gates[0].passesFrom", notNullValue());
    third.decide(third.reward(), "APPROVE").statusCode(422);
    books.requireSound(story.tenant());
  }

  @Test
  void shouldGoOnWhenTheDocumentIsRecorded() {
    IncentiveStory story = gated(LIMIT).won("1000.01");
    reward(story).body("state", equalTo("PENDING"));

    String document = record(story, "PROMOTER_AGREEMENT");

    awaitState(story, "AVAILABLE");
    explanation(story)
        .body("gates.documentId", hasItem(document))
        .body("gates.answer", hasItem("HELD"));
    books.requireSound(story.tenant());
  }

  @Test
  void shouldGoOnWhenAnEarlierOneLeavesTheWindow() {
    IncentiveStory story = gated(LIMIT).won("600.00");
    IncentiveStory waiting = story.another().won("600.00");
    reward(waiting).body("state", equalTo("PENDING"));

    clock.advance(Duration.ofDays(30).plusMinutes(5));

    awaitState(waiting, "AVAILABLE");
  }

  @Test
  void shouldGoOnWhenAnEarlierOneIsTakenBack() {
    IncentiveStory story = gated(LIMIT).won("600.00");
    IncentiveStory waiting = story.another().won("600.00");

    story.decide(story.reward(), "REVERSE").statusCode(200);

    awaitState(waiting, "AVAILABLE");
    books.requireSound(story.tenant());
  }

  @Test
  void shouldAskAgainBeforeItCanBePaid() {
    IncentiveStory story =
        IncentiveStory.withGates(WHOLE_DEAL.replace("\"hold\":\"P0D\"", "\"hold\":\"P2D\""), LIMIT);
    story.won("10.00");
    String agreement = record(story, "PROMOTER_AGREEMENT");
    IncentiveStory large = story.another().won("2000.00");
    reward(large).body("state", equalTo("APPROVED"));
    api(story.key())
        .body(Map.of("reason", "it was forged"))
        .post("/v1/payee-documents/" + agreement + "/revoke")
        .then()
        .statusCode(200);

    clock.advance(Duration.ofDays(2).plusMinutes(5));

    awaitState(large, "HELD");
    reward(large).body("reasons", contains("LIMIT"));
    explanation(large).body("gates.moment", contains("GRANT", "MATURE"));
    large.decide(large.reward(), "RELEASE").statusCode(422);
    record(story, "PROMOTER_AGREEMENT");
    awaitState(large, "AVAILABLE");
    books.requireSound(story.tenant());
  }

  @Test
  void shouldDenyWhenTheSectorIsBlocked() {
    IncentiveStory story = gated("{\"blockedSectors\":[\"settlement services\"]}");
    api(story.key())
        .body(
            Map.of("name", "Acme", "domain", story.organization(), "sector", "Settlement Services"))
        .post("/v1/organizations")
        .then()
        .statusCode(200);

    story.won();

    reward(story).body("state", equalTo("DENIED")).body("reasonCode", equalTo("SECTOR_BLOCKED"));
    explanation(story).body("gates[0].found", equalTo("Settlement Services"));
    assertThat(story.entries(story.reward())).containsExactly("GRANT:1", "DENY:2");
    books.requireSound(story.tenant());
  }

  @Test
  void shouldDenyWhenTheCountryIsBlocked() {
    IncentiveStory story = gated("{\"blockedCountries\":[\"IR\"]}");
    api(story.key())
        .body(Map.of("name", "Acme", "domain", story.organization(), "country", "IR"))
        .post("/v1/organizations")
        .then()
        .statusCode(200);

    story.won();

    reward(story).body("state", equalTo("DENIED")).body("reasonCode", equalTo("COUNTRY_BLOCKED"));
  }

  @Test
  void shouldLetAPersonDecideAboutAPublicOfficial() {
    IncentiveStory story = gated("{\"publicOfficials\":\"REVIEW\"}").won("10.00");
    reward(story).body("state", equalTo("AVAILABLE"));
    record(story, "PUBLIC_OFFICIAL");
    IncentiveStory second = story.another().won("20.00");
    reward(second).body("state", equalTo("PENDING")).body("reasons", contains("REVIEW"));

    second.decide(second.reward(), "APPROVE").statusCode(200);

    reward(second).body("state", equalTo("AVAILABLE"));
  }

  @Test
  void shouldNeedATaxFormAboveTheYearlySum() {
    IncentiveStory story = gated("{\"taxForm\":{\"above\":\"600.00\",\"currency\":\"USD\"}}");
    story.won("600.01");
    reward(story).body("state", equalTo("PENDING")).body("reasons", contains("DOCUMENT"));

    record(story, "TAX_FORM");

    awaitState(story, "AVAILABLE");
  }

  private static IncentiveStory gated(String gates) {
    return IncentiveStory.withGates(WHOLE_DEAL, gates);
  }

  private static String record(IncentiveStory story, String kind) {
    return api(story.key())
        .body(Map.of("payeeId", story.payee(), "kind", kind, "reference", unique("drawer")))
        .post("/v1/payee-documents")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static ValidatableResponse reward(IncentiveStory story) {
    return api(story.key()).get("/v1/rewards/" + story.reward()).then().statusCode(200);
  }

  private static ValidatableResponse explanation(IncentiveStory story) {
    return api(story.key())
        .get("/v1/rewards/" + story.reward() + "/explanation")
        .then()
        .statusCode(200);
  }

  private static void awaitState(IncentiveStory story, String state) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(story.state(story.reward())).isEqualTo(state));
  }
}
