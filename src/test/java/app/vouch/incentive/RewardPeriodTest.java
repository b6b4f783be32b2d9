package app.vouch.incentive;

import static app.vouch.TestApi.api;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;

import app.vouch.TestClock;
import app.vouch.incentive.ledger.LedgerHarness;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rules that go by what a deal is worth at least, and by what was granted before. */
@QuarkusTest
class RewardPeriodTest {
  private static final String CAPPED =
      """
      {"id":"capped","trigger":"WON","amount":{"type":"PERCENT","percent":"10"},"hold":"P0D",
       "capPerPeriod":{"amount":"1000.00","currency":"USD","per":"P30D"},"expires":"P3Y"}""";
  private static final String TIERED =
      """
      {"id":"tiered","trigger":"WON","hold":"P0D","expires":"P3Y","amount":{"type":"TIERED","per":"P30D",
       "steps":[{"from":1,"percent":"5"},{"from":3,"value":{"amount":"700.00","currency":"USD"}}]}}""";
  private static final String BY_VALUE =
      """
      {"id":"by-value","trigger":"WON","hold":"P0D","expires":"P3Y","amount":{"type":"TIERED","by":"VALUE",
       "per":"P30D","steps":[{"from":0,"percent":"5"},{"from":10000,"percent":"8"}]}}""";
  private static final String LEAST =
      """
      {"id":"least","trigger":"WON","amount":{"type":"PERCENT","percent":"10"},"hold":"P0D",
       "minimumDeal":{"amount":"1000.00","currency":"USD"}}""";
  private static final int AT_ONCE = 4;

  @Inject LedgerHarness books;
  @Inject TestClock clock;

  @Test
  void shouldGrantNothingForADealThatIsBelowTheLeast() {
    IncentiveStory story = IncentiveStory.with(LEAST).won("999.99");
    rewards(story).body("data", empty());

    story.won("1000.00");
    rewards(story).body("data.amount.amount", contains("100.00"));
    explanation(story).body("calculations[0].minimumDeal.amount", equalTo("1000.00"));
    story.won("999.99");

    rewards(story)
        .body("data.state", contains("REVERSED"))
        .body("data.reasonCode", contains("CAUSE_GONE"));
    books.requireSound(story.tenant());
  }

  @Test
  void shouldCapWhatAPayeeGetsInThePeriod() {
    IncentiveStory first = IncentiveStory.with(CAPPED).won("7000.00");
    IncentiveStory second = first.another().won("5000.00");
    IncentiveStory third = first.another().won("5000.00");

    rewards(first).body("data.amount.amount", contains("700.00"));
    rewards(second)
        .body("data.amount.amount", contains("300.00"))
        .body("data.capApplied", contains(true));
    rewards(third).body("data", empty());
    explanation(second)
        .body("calculations[0].computed.amount", equalTo("500.00"))
        .body("calculations[0].capPerPeriod.amount", equalTo("1000.00"))
        .body("calculations[0].leftInPeriod.amount", equalTo("300.00"));

    first.won("9000.00");
    rewards(first).body("data.amount.amount", contains("700.00"));
    first.won("2000.00");
    rewards(first).body("data.amount.amount", contains("200.00"));
    rewards(second).body("data.amount.amount", contains("300.00"));
    clock.advance(Duration.ofDays(31));

    IncentiveStory later = first.another().won("8000.00");
    rewards(later).body("data.amount.amount", contains("800.00"));
    books.requireSound(first.tenant());
  }

  @Test
  void shouldNotCountWhatAnotherPayeeGets() {
    IncentiveStory story = IncentiveStory.with(CAPPED).won("9000.00");

    IncentiveStory other = story.otherPayee().won("9000.00");

    rewards(other).body("data.amount.amount", contains("900.00"));
  }

  @Test
  void shouldPayByTheCountAndKeepItWhenTheDealChanges() {
    IncentiveStory first = IncentiveStory.with(TIERED).won("1000.00");
    IncentiveStory second = first.another().won("1000.00");
    IncentiveStory third = first.another().won("1000.00");

    rewards(first).body("data.amount.amount", contains("50.00"));
    rewards(second).body("data.amount.amount", contains("50.00"));
    rewards(third).body("data.amount.amount", contains("700.00"));
    explanation(third)
        .body("calculations[0].type", equalTo("TIERED"))
        .body("calculations[0].countInPeriod", equalTo(3))
        .body("calculations[0].fixed.amount", equalTo("700.00"));
    second.reopened();
    first.won("2000.00");
    third.won("3000.00");

    rewards(first).body("data.amount.amount", contains("100.00"));
    rewards(third).body("data.amount.amount", contains("700.00"));
    second.won("1000.00");
    rewards(second).body("data.amount.amount", contains("700.00", "50.00"));
    clock.advance(Duration.ofDays(31));
    IncentiveStory later = first.another().won("1000.00");

    rewards(later).body("data.amount.amount", contains("50.00"));
    books.requireSound(first.tenant());
  }

  @Test
  void shouldPayByWhatTheDealsAreWorthTogether() {
    IncentiveStory first = IncentiveStory.with(BY_VALUE).won("6000.00");
    IncentiveStory second = first.another().won("3999.99");
    IncentiveStory third = first.another().won("0.01");
    IncentiveStory fourth = first.another().won("1000.00");

    rewards(first).body("data.amount.amount", contains("300.00"));
    rewards(second).body("data.amount.amount", contains("200.00"));
    rewards(third).body("data", empty());
    rewards(fourth).body("data.amount.amount", contains("80.00"));
    explanation(fourth)
        .body("calculations[0].valueInPeriod.amount", equalTo("10999.99"))
        .body("calculations[0].percent", equalTo("8"));
    first.won("1000.00");
    fourth.won("2000.00");

    rewards(fourth).body("data.amount.amount", contains("160.00"));
    clock.advance(Duration.ofDays(31));
    rewards(first.another().won("9999.99")).body("data.amount.amount", contains("500.00"));
    books.requireSound(first.tenant());
  }

  @Test
  void shouldCountDealsInAnotherCurrencyByTheirRate() {
    IncentiveStory first = IncentiveStory.with(BY_VALUE);
    first
        .deal(
            "WON",
            "8000.00",
            "EUR",
            Map.of("fxRate", "1.25", "fxCurrency", "USD", "fxSource", "ECB"))
        .statusCode(201);
    IncentiveStory second = first.another().won("100.00");

    rewards(first).body("data.amount.amount", contains("800.00"));
    rewards(second).body("data.amount.amount", contains("8.00"));
  }

  @Test
  void shouldNotGrantTheSameRoomTwiceForTwoReferralsOfADeal() {
    IncentiveStory first = IncentiveStory.with(CAPPED);
    IncentiveStory second = first.another();
    String deal = first.deal("QUALIFIED", "16000.00", "USD").statusCode(201).extract().path("id");
    api(first.key())
        .body(Map.of())
        .post("/v1/referrals/" + second.referral() + "/deals/" + deal)
        .then()
        .statusCode(lessThan(300));

    first.won("16000.00");

    api(first.key())
        .get("/v1/rewards")
        .then()
        .body("data.amount.amount.sort()", contains("200.00", "800.00"));
    books.requireSound(first.tenant());
  }

  @Test
  void shouldNotGrantTheSameRoomTwiceWhenDealsAreWonAtOnce() throws Exception {
    IncentiveStory story = IncentiveStory.with(CAPPED);
    List<IncentiveStory> stories =
        IntStream.range(0, AT_ONCE).mapToObj(i -> story.another()).toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Callable<IncentiveStory>> wins =
          stories.stream().<Callable<IncentiveStory>>map(s -> () -> s.won("4000.00")).toList();
      for (var win : threads.invokeAll(wins)) {
        win.get();
      }
    }

    api(story.key())
        .get("/v1/rewards")
        .then()
        .body("data", hasSize(3))
        .body("data.amount.amount.sort()", contains("200.00", "400.00", "400.00"));
    books.requireSound(story.tenant());
  }

  private static ValidatableResponse rewards(IncentiveStory story) {
    return api(story.key())
        .get("/v1/rewards?referralId=" + story.referral())
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse explanation(IncentiveStory story) {
    return api(story.key())
        .get("/v1/rewards/" + story.reward() + "/explanation")
        .then()
        .statusCode(200);
  }
}
