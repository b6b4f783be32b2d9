package app.vouch.incentive;

import static app.vouch.TestApi.api;
import static app.vouch.TestApi.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import app.vouch.incentive.ledger.LedgerHarness;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rewards that are no money, or that no payout brings. */
@QuarkusTest
class RewardKindTest {
  private static final String POINTS =
      """
      {"id":"points","trigger":"WON","kind":"POINTS","hold":"P0D",
       "amount":{"type":"FIXED","value":{"quantity":"500","unit":"POINTS"}},
       "approval":{"by":"AUTOMATIC"},"clawback":{"window":"P90D"}}""";
  private static final String MONEY =
      """
      {"id":"money","trigger":"WON","hold":"P0D",
       "amount":{"type":"FIXED","value":{"amount":"996.00","currency":"USD"}},
       "approval":{"by":"AUTOMATIC"}}""";
  private static final String LIMIT =
      """
      {"payeeLimit":{"amount":"1000.00","currency":"USD","per":"P12M",
       "document":"PROMOTER_AGREEMENT"}}""";

  @Inject LedgerHarness books;

  private IncentiveStory story = IncentiveStory.none();

  @AfterEach
  void booksAreSound() {
    books.requireSound(story.tenant());
    books.requireNoneBelowZero(story.tenant());
  }

  @Test
  void shouldGrantPointsAndBookThemInTheirOwnUnit() {
    story = IncentiveStory.with(POINTS).won();
    reward()
        .body("state", equalTo("AVAILABLE"))
        .body("kind", equalTo("POINTS"))
        .body("amount", equalTo(Map.of("quantity", "500", "unit", "POINTS")));

    story.decide(story.reward(), "FULFIL").statusCode(200).body("state", equalTo("FULFILLED"));

    assertThat(legs("FULFIL"))
        .containsExactlyInAnyOrder(
            "DEBIT PAYABLE:" + story.payee() + " 500 POINTS",
            "CREDIT EXTERNAL:fulfilment 500 POINTS");
    api(story.key())
        .get("/v1/ledger/trial-balance")
        .then()
        .body("totals", hasSize(1))
        .body("totals[0].balanced", equalTo(true))
        .body("totals[0].debit", equalTo(Map.of("quantity", "500", "unit", "POINTS")));
  }

  @Test
  void shouldSayTheSameWhenItIsFulfilledAgain() {
    story = IncentiveStory.with(POINTS).won();
    story.decide(story.reward(), "FULFIL").statusCode(200);

    story.decide(story.reward(), "FULFIL").statusCode(200).body("state", equalTo("FULFILLED"));

    assertThat(legs("FULFIL")).hasSize(2);
  }

  @Test
  void shouldShowPointsInTheStatementOfThatUnit() {
    story = IncentiveStory.with(POINTS).won();

    statement("POINTS")
        .body("closingBalance", equalTo(Map.of("quantity", "500", "unit", "POINTS")));
    statement("USD").body("closingBalance.amount", equalTo("0.00"));
    api(story.key())
        .get("/v1/ledger/statements/" + story.payee() + "/csv?currency=POINTS")
        .then()
        .statusCode(200)
        .body(containsString(",500,500,POINTS"));
  }

  @Test
  void shouldTakeBackWhatWasGivenAndSetItOffAgainstTheNext() {
    story = IncentiveStory.with(POINTS).won();
    story.decide(story.reward(), "FULFIL").statusCode(200);
    story.reopened();
    reward().body("state", equalTo("REVERSED"));

    IncentiveStory next = story.another().won("1000.00");
    next.decide(next.reward(), "FULFIL").statusCode(200);

    assertThat(legs(next, "FULFIL"))
        .containsExactlyInAnyOrder(
            "DEBIT PAYABLE:" + next.payee() + " 500 POINTS",
            "CREDIT RECEIVABLE:" + next.payee() + " 500 POINTS");
  }

  @Test
  void shouldTakeBackAPartWhenTheCreditShrinks() {
    story = IncentiveStory.with(POINTS).won();
    story.decide(story.reward(), "FULFIL").statusCode(200);
    String deal =
        api(story.key()).get("/v1/deals").then().extract().jsonPath().getString("data[0].id");

    IncentiveStory lou = story.otherPayee();
    api(story.key())
        .body(Map.of())
        .post("/v1/referrals/" + lou.referral() + "/deals/" + deal)
        .then()
        .statusCode(Matchers.lessThan(300));

    reward().body("state", equalTo("FULFILLED")).body("amount.quantity", equalTo("250"));
    assertThat(legs("ADJUST"))
        .containsExactlyInAnyOrder(
            "DEBIT RECEIVABLE:" + story.payee() + " 250 POINTS",
            "CREDIT EXPENSE:" + program() + " 250 POINTS");
  }

  @Test
  void shouldNeverPutPointsIntoAPayout() {
    story = IncentiveStory.with(POINTS).won();

    story
        .createPayout(unique("payout"))
        .statusCode(422)
        .body("code", equalTo("reward-not-payable"));
    api(story.key())
        .header("Idempotency-Key", unique("payout"))
        .body(
            Map.of(
                "payeeId", story.payee(), "currency", "USD", "rewardIds", List.of(story.reward())))
        .post("/v1/payouts")
        .then()
        .statusCode(422)
        .body("code", equalTo("reward-not-payable"));
  }

  @Test
  void shouldNotFulfilWhatAPayoutBrings() {
    story = IncentiveStory.with(MONEY).won();

    story
        .decide(story.reward(), "FULFIL")
        .statusCode(422)
        .body("code", equalTo("reward-paid-out"))
        .body("detail", containsString("POST /v1/payouts"));
  }

  @Test
  void shouldGiveCreditInMoneyWithoutAPayout() {
    story = IncentiveStory.with(MONEY.replace("\"hold\"", "\"kind\":\"CREDIT\",\"hold\"")).won();
    reward().body("amount", equalTo(Map.of("amount", "996.00", "currency", "USD")));
    story.createPayout(unique("payout")).statusCode(422);

    story.decide(story.reward(), "FULFIL").statusCode(200).body("state", equalTo("FULFILLED"));

    assertThat(legs("FULFIL")).contains("CREDIT EXTERNAL:fulfilment 996.00 USD");
  }

  @ParameterizedTest
  @CsvSource({"0.008,AVAILABLE", "0.0081,PENDING"})
  void shouldCountPointsWhereMoneyIsLimited(String unitWorth, String state) {
    String worth = POINTS.replace("\"hold\"", "\"unitWorth\":\"" + unitWorth + "\",\"hold\"");
    story = IncentiveStory.withGates(MONEY + "," + worth, LIMIT).won();

    assertThat(ofRule("money", "state")).isEqualTo("AVAILABLE");
    assertThat(ofRule("points", "state")).isEqualTo(state);
    assertThat(ofRule("points", "reasons")).isEqualTo(state.equals("PENDING") ? "[LIMIT]" : "[]");
  }

  @Test
  void shouldNotCountPointsThatAreWorthNothing() {
    story = IncentiveStory.withGates(MONEY + "," + POINTS, LIMIT).won();

    assertThat(ofRule("points", "state")).isEqualTo("AVAILABLE");
  }

  @Test
  void shouldRewardTheReferralsOfItsKindsOfReferrersOnly() {
    String partners =
        POINTS.replace("\"hold\"", "\"referrerKinds\":[\"PARTNER\",\"ADVISOR\"],\"hold\"");
    String customers = MONEY.replace("\"hold\"", "\"referrerKinds\":[\"CUSTOMER\"],\"hold\"");
    story = IncentiveStory.with(partners + "," + customers).won();

    assertThat(story.rewards().getList("data.ruleId")).containsExactly("money");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"amount\":{\"type\":\"PERCENT\",\"percent\":\"10\"}' | /rewards/0/amount",
        "'\"amount\":{\"type\":\"FIXED\",\"value\":{\"amount\":\"5.00\",\"currency\":\"USD\"}}'"
            + " | /rewards/0/amount/value",
        "'\"amount\":{\"type\":\"FIXED\",\"value\":{\"quantity\":\"0\",\"unit\":\"POINTS\"}}'"
            + " | /rewards/0/amount/value/quantity",
        "'\"amount\":{\"type\":\"FIXED\",\"value\":{\"quantity\":\"5\",\"unit\":\"POINTS\"}},"
            + "\"cap\":{\"amount\":\"5.00\",\"currency\":\"USD\"}' | /rewards/0/cap",
        "'\"amount\":{\"type\":\"FIXED\",\"value\":{\"quantity\":\"5\",\"unit\":\"POINTS\"}},"
            + "\"unitWorth\":\"-1\"' | /rewards/0/unitWorth",
        "'\"amount\":{\"type\":\"FIXED\",\"value\":{\"quantity\":\"5\",\"unit\":\"USD\"}}'"
            + " | /rewards/0/amount/value/unit",
      })
  void shouldRefuseSettingsThatDoNotFitTheKind(String members, String pointer) {
    story = IncentiveStory.with(POINTS);
    api(story.key())
        .body(
            "{\"currency\":\"USD\",\"rewards\":[{\"id\":\"x\",\"trigger\":\"WON\",\"kind\":\"POINTS\",%s}]}"
                .formatted(members))
        .post("/v1/programs/" + program() + "/versions")
        .then()
        .statusCode(Matchers.oneOf(400, 422))
        .body("errors.pointer", hasItem(pointer));
  }

  @Test
  void shouldKeepAnExplanationInItsUnit() {
    story = IncentiveStory.with(POINTS).won();

    api(story.key())
        .get("/v1/rewards/" + story.reward() + "/explanation")
        .then()
        .statusCode(200)
        .body("calculations[0].amount.quantity", equalTo("500"))
        .body("calculations[0].cap", nullValue());
  }

  private String program() {
    return api(story.key()).get("/v1/programs").then().extract().jsonPath().getString("data[0].id");
  }

  private ValidatableResponse reward() {
    return api(story.key()).get("/v1/rewards/" + story.reward()).then().statusCode(200);
  }

  private String ofRule(String rule, String member) {
    return story.rewards().getString("data.find { it.ruleId == '%s' }.%s".formatted(rule, member));
  }

  private ValidatableResponse statement(String unit) {
    return api(story.key())
        .get("/v1/ledger/statements/" + story.payee() + "?currency=" + unit)
        .then()
        .statusCode(200);
  }

  private List<String> legs(String step) {
    return legs(story, step);
  }

  /** Of the newest entry that such a step of the newest reward booked: side, account, amount. */
  private static List<String> legs(IncentiveStory of, String step) {
    List<Map<String, ?>> entries =
        api(of.key())
            .get("/v1/ledger/entries?about=" + of.reward())
            .then()
            .statusCode(200)
            .extract()
            .jsonPath()
            .getList("data");
    return entries.stream()
        .filter(entry -> String.valueOf(entry.get("key")).contains(":" + step + ":"))
        .flatMap(entry -> ((List<?>) entry.get("legs")).stream())
        .map(leg -> leg((Map<?, ?>) leg))
        .toList();
  }

  private static String leg(Map<?, ?> leg) {
    Map<?, ?> amount = (Map<?, ?>) leg.get("amount");
    Object number = amount.containsKey("amount") ? amount.get("amount") : amount.get("quantity");
    Object unit = amount.containsKey("currency") ? amount.get("currency") : amount.get("unit");
    return leg.get("side") + " " + leg.get("account") + " " + number + " " + unit;
  }
}
