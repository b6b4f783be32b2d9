package app.vouch.incentive;

import static app.vouch.TestApi.api;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import app.vouch.incentive.ledger.LedgerHarness;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A deal in euros for a program in dollars: 10 %, at most 3,000.00 USD. */
@QuarkusTest
class RewardRateTest {
  private static final Map<String, String> RATE =
      Map.of("fxRate", "1.0837", "fxCurrency", "USD", "fxSource", "ECB 2027-03-01");

  @Inject LedgerHarness books;

  @Test
  void shouldTakeTheRateThatTheDealBrings() {
    IncentiveStory story = IncentiveStory.demo();

    story.deal("WON", "20000.00", "EUR", RATE).statusCode(lessThan(300));

    reward(story)
        .body("amount.amount", equalTo("2167.40"))
        .body("amount.currency", equalTo("USD"))
        .body("reasons", contains("APPROVAL"));
    explanation(story)
        .body("calculations[0].base.currency", equalTo("EUR"))
        .body("calculations[0].rate.from", equalTo("EUR"))
        .body("calculations[0].rate.to", equalTo("USD"))
        .body("calculations[0].rate.rate", equalTo("1.0837"))
        .body("calculations[0].rate.source", equalTo("ECB 2027-03-01"));
    story.approved();
    books.requireSound(story.tenant());
  }

  @Test
  void shouldGoOnWhenALaterWriteBringsARate() {
    IncentiveStory story = IncentiveStory.demo();
    story.deal("WON", "20000.00", "EUR").statusCode(lessThan(300));
    reward(story)
        .body("reasons", contains("APPROVAL", "FX_RATE_MISSING"))
        .body("amount", nullValue());
    story
        .deal(
            "WON",
            "20000.00",
            "EUR",
            Map.of("fxRate", "0.86", "fxCurrency", "GBP", "fxSource", "ECB"))
        .statusCode(200);
    reward(story).body("reasons", contains("APPROVAL", "FX_RATE_MISSING"));

    story.deal("WON", "20000.00", "EUR", RATE).statusCode(200);

    reward(story).body("reasons", contains("APPROVAL")).body("amount.amount", equalTo("2167.40"));
    assertThat(story.entries(story.reward())).hasSize(1);
    story.approved();
    books.requireSound(story.tenant());
  }

  @Test
  void shouldKeepTheRateThatARewardWasFoundBy() {
    IncentiveStory story = IncentiveStory.demo();
    story.deal("WON", "20000.00", "EUR", RATE).statusCode(lessThan(300));

    story
        .deal(
            "WON", "20000.00", "EUR", Map.of("fxRate", "2", "fxCurrency", "USD", "fxSource", "ECB"))
        .statusCode(200);
    reward(story).body("amount.amount", equalTo("2167.40"));
    story.deal("WON", "10000.00", "EUR").statusCode(200);

    reward(story).body("amount.amount", equalTo("1083.70"));
    books.requireSound(story.tenant());
  }

  @Test
  void shouldNameWhatIsMissingOfARate() {
    IncentiveStory story = IncentiveStory.demo();

    story
        .deal("WON", "20000.00", "EUR", Map.of("fxRate", "0"))
        .statusCode(400)
        .body("errors.pointer", contains("/fxCurrency", "/fxSource", "/fxRate"));
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
}
