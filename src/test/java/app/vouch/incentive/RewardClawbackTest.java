package app.vouch.incentive;

import static app.vouch.TestApi.api;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import app.vouch.TestClock;
import app.vouch.incentive.ledger.LedgerHarness;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A paid reward of 3,000.00 that is taken back by the days that are left of ninety. */
@QuarkusTest
class RewardClawbackTest {
  @Inject LedgerHarness books;
  @Inject TestClock clock;

  private IncentiveStory story = IncentiveStory.none();

  @BeforeEach
  void rewardIsPaid() {
    story =
        IncentiveStory.demoWith(
            "\"clawback\":{\"window\":\"P90D\"}",
            "\"clawback\":{\"window\":\"P90D\",\"mode\":\"PRO_RATA\"}");
    story.won().approved().payout("APPROVE", "SEND", "SETTLE");
  }

  @AfterEach
  void booksAreSound() {
    books.requireSound(story.tenant());
    books.requireNoneBelowZero(story.tenant());
  }

  @Test
  void shouldTakeBackTheDaysThatAreLeftOnce() {
    clock.advance(Duration.ofDays(30));

    story.reopened().deal("QUALIFIED", "50000.00", "USD").statusCode(200);

    reward()
        .body("state", equalTo("PAID"))
        .body("amount.amount", equalTo("1000.00"))
        .body("clawback", equalTo("PRO_RATA"));
    explanation()
        .body("calculations.amount.amount", contains("3000.00", "1000.00"))
        .body("calculations[1].clawback.windowDays", equalTo(90))
        .body("calculations[1].clawback.daysLeft", equalTo(60))
        .body("calculations[1].clawback.takenBack.amount", equalTo("2000.00"));
    assertThat(story.balances())
        .isEqualTo(Map.of("EXPENSE", "1000.00", "RECEIVABLE", "2000.00", "EXTERNAL", "-3000.00"));
  }

  @Test
  void shouldGiveItBackWhenTheDealIsWonAgain() {
    clock.advance(Duration.ofDays(30));
    story.reopened();

    story.won();

    reward().body("amount.amount", equalTo("3000.00")).body("clawback", nullValue());
    assertThat(story.balances()).isEqualTo(Map.of("EXPENSE", "3000.00", "EXTERNAL", "-3000.00"));
    clock.advance(Duration.ofDays(30));
    story.reopened();
    reward().body("amount.amount", equalTo("2000.00")).body("clawback", equalTo("PRO_RATA"));
  }

  @Test
  void shouldTakeAllBackOnTheDayOfThePayment() {
    story.reopened();

    reward().body("state", equalTo("REVERSED")).body("reasonCode", equalTo("CAUSE_GONE"));
    assertThat(story.balances()).isEqualTo(Map.of("RECEIVABLE", "3000.00", "EXTERNAL", "-3000.00"));
  }

  @Test
  void shouldTakeAllBackWhenAPersonDecidesSo() {
    clock.advance(Duration.ofDays(30));

    story.decide(story.reward(), "REVERSE").statusCode(200);

    reward().body("state", equalTo("REVERSED"));
    assertThat(story.balances()).isEqualTo(Map.of("RECEIVABLE", "3000.00", "EXTERNAL", "-3000.00"));
  }

  @Test
  void shouldTakeNothingBackAfterTheWindow() {
    clock.advance(Duration.ofDays(91));

    story.reopened();

    reward().body("state", equalTo("PAID")).body("clawback", equalTo("LAPSED"));
    assertThat(story.balances()).isEqualTo(Map.of("EXPENSE", "3000.00", "EXTERNAL", "-3000.00"));
  }

  private ValidatableResponse reward() {
    return api(story.key()).get("/v1/rewards/" + story.reward()).then().statusCode(200);
  }

  private ValidatableResponse explanation() {
    return api(story.key())
        .get("/v1/rewards/" + story.reward() + "/explanation")
        .then()
        .statusCode(200);
  }
}
