package app.vouch.incentive;

import static app.vouch.TestApi.api;
import static app.vouch.TestApi.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import app.vouch.incentive.ledger.LedgerHarness;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A deal that grows after its reward was sent out. */
@QuarkusTest
class RewardSupplementTest {
  private static final String MIA = "crm:mia; name=\"Mia\"";
  private static final String FAY = "crm:fay; name=\"Fay\"";
  private static final Map<String, String> APPROVE = Map.of("action", "APPROVE");

  @Inject LedgerHarness books;

  private IncentiveStory story = IncentiveStory.none();

  @BeforeEach
  void rewardIsApproved() {
    story = IncentiveStory.demo().won("10000.00").approved();
  }

  @AfterEach
  void booksAreSound() {
    books.requireSound(story.tenant());
    books.requireNoneBelowZero(story.tenant());
  }

  @Test
  void shouldPayTheIncreaseByASupplementWhenTheRewardIsPaid() {
    String paid = story.reward();
    story.payout("APPROVE", "SEND", "SETTLE");

    story.won("12000.00").won("12000.00");

    rewards()
        .body("data.state", contains("PENDING", "PAID"))
        .body("data.amount.amount", contains("200.00", "1000.00"))
        .body("data.period", contains("ONCE+1", "ONCE"))
        .body("data[0].supplements", equalTo(paid))
        .body("data[0].replaces", nullValue());
    assertThat(story.balances()).isEqualTo(Map.of("EXPENSE", "1000.00", "EXTERNAL", "-1000.00"));
    story.approved();
    story.payout("APPROVE", "SEND", "SETTLE");
    rewards().body("data.state", contains("PAID", "PAID"));
    assertThat(story.balances()).isEqualTo(Map.of("EXPENSE", "1200.00", "EXTERNAL", "-1200.00"));
  }

  @Test
  void shouldSayWhatEarlierRewardsCarryWhenItExplainsASupplement() {
    story.payout("APPROVE", "SEND", "SETTLE");
    story.won("12000.00");

    api(story.key())
        .get("/v1/rewards/" + story.reward() + "/explanation")
        .then()
        .body("calculations[0].amount.amount", equalTo("1200.00"))
        .body("calculations[0].inOtherRewards.amount", equalTo("1000.00"));
  }

  @Test
  void shouldMarkOnlyWhatWasSentAsPaidWhenTheDealGrewUnderWay() {
    String payout = story.payout("APPROVE", "SEND");

    story.won("12000.00");
    story.step(payout, "SETTLE").statusCode(200);

    rewards()
        .body("data.state", contains("PENDING", "PAID"))
        .body("data.amount.amount", contains("200.00", "1000.00"));
  }

  @Test
  void shouldChangeTheSupplementWhenTheDealChangesOnBeforeItIsSent() {
    story.payout("APPROVE", "SEND", "SETTLE");

    story.won("12000.00").won("15000.00");
    rewards().body("data.amount.amount", contains("500.00", "1000.00"));
    story.won("11000.00");
    rewards().body("data.amount.amount", contains("100.00", "1000.00"));
    story.won("9000.00");

    rewards()
        .body("data.state", contains("REVERSED", "PAID"))
        .body("data[1].amount.amount", equalTo("900.00"));
    assertThat(story.balances())
        .isEqualTo(Map.of("EXPENSE", "900.00", "RECEIVABLE", "100.00", "EXTERNAL", "-1000.00"));
    story.won("10000.00");
    assertThat(story.balances()).isEqualTo(Map.of("EXPENSE", "1000.00", "EXTERNAL", "-1000.00"));
    story.won("13000.00");
    rewards().body("data.period", contains("ONCE+2", "ONCE+1", "ONCE"));
  }

  @Test
  void shouldNotGrantADeniedSupplementAgainWhenTheDealIsReportedAgain() {
    story.payout("APPROVE", "SEND", "SETTLE");
    story.won("12000.00");
    story.decide(story.reward(), "DENY").statusCode(200);

    story.won("11000.00").won("12000.00");
    rewards().body("data.state", contains("DENIED", "PAID"));
    story.won("13000.00");

    rewards()
        .body("data.state", contains("PENDING", "DENIED", "PAID"))
        .body("data[0].amount.amount", equalTo("100.00"));
  }

  @Test
  void shouldTakeAllBackWhenTheDealIsReopened() {
    story.payout("APPROVE", "SEND", "SETTLE");
    story.won("12000.00").approved();
    story.payout("APPROVE", "SEND", "SETTLE");

    story.reopened();

    rewards().body("data.state", contains("REVERSED", "REVERSED"));
    assertThat(story.balances()).isEqualTo(Map.of("RECEIVABLE", "1200.00", "EXTERNAL", "-1200.00"));
    story.won("12000.00");
    rewards()
        .body("data[0].period", equalTo("ONCE"))
        .body("data[0].amount.amount", equalTo("1200.00"));
  }

  @Test
  void shouldOweTheDifferenceAnewWhenItsDebtWasSetOffMeanwhile() {
    story.payout("APPROVE", "SEND", "SETTLE");
    story.won("8000.00");
    String second = story.capture("bob@" + unique("other") + ".example");
    IncentiveStory other = story.on(second).won("10000.00").approved();
    other.payout("APPROVE", "SEND", "SETTLE");
    assertThat(story.balances()).isEqualTo(Map.of("EXPENSE", "1800.00", "EXTERNAL", "-1800.00"));

    story.won("10000.00");

    rewards()
        .body("data.state", contains("PENDING", "PAID"))
        .body("data.amount.amount", contains("200.00", "800.00"));
  }

  @Test
  void shouldNeedTwoPeopleWhenTheWholePromiseIsAboveTheRules() {
    story =
        IncentiveStory.demoWith(
                "\"by\":\"PERSON\"", "\"by\":\"PERSON\",\"fourEyesAbove\":\"1100.00\"")
            .won("10000.00")
            .approved();
    story.payout("APPROVE", "SEND", "SETTLE");
    story.won("12000.00");
    String supplement = story.reward();

    story.decideAs(MIA, supplement, APPROVE).statusCode(200).body("state", equalTo("PENDING"));
    story.decideAs(FAY, supplement, APPROVE).statusCode(200).body("state", equalTo("AVAILABLE"));
  }

  private ValidatableResponse rewards() {
    return api(story.key()).get("/v1/rewards?referralId=" + story.referral()).then();
  }
}
