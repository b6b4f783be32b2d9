package app.vouch.incentive;

import static app.vouch.TestApi.api;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import app.vouch.TestClock;
import app.vouch.incentive.ledger.LedgerHarness;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What deals and referrals do to rewards and the books, in their own transaction. */
@QuarkusTest
class RewardGrantTest {
  @Inject LedgerHarness books;
  @Inject TestClock clock;

  @Test
  void shouldPromiseTheCapWhenADealIsWonAtFortyEightThousand() {
    IncentiveStory story = IncentiveStory.demo().won();

    api(story.key())
        .get("/v1/rewards/" + story.reward())
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("state", equalTo("PENDING"))
        .body("reasons", contains("APPROVAL"))
        .body("amount.amount", equalTo("3000.00"))
        .body("capApplied", equalTo(true))
        .body("trigger", equalTo("WON"))
        .body("referralId", equalTo(story.referral()));
    assertThat(story.balances()).isEmpty();
    assertThat(story.entries(story.reward())).containsExactly("GRANT:1");
    books.requireSound(story.tenant());
  }

  @Test
  void shouldExplainTheAmountWhenAsked() {
    IncentiveStory story = IncentiveStory.demo().won();

    api(story.key())
        .get("/v1/rewards/" + story.reward() + "/explanation")
        .then()
        .statusCode(200)
        .body("ruleId", equalTo("won-10"))
        .body("calculations", hasSize(1))
        .body("calculations[0].percent", equalTo("10"))
        .body("calculations[0].base.amount", equalTo("48000.00"))
        .body("calculations[0].creditNumerator", equalTo("1"))
        .body("calculations[0].computed.amount", equalTo("4800.00"))
        .body("calculations[0].cap.amount", equalTo("3000.00"))
        .body("calculations[0].amount.amount", equalTo("3000.00"));
  }

  @Test
  void shouldGrantNothingMoreWhenTheDealIsReportedAgain() {
    IncentiveStory story = IncentiveStory.demo().won().won();

    assertThat(story.rewards().getList("data")).hasSize(1);
    assertThat(story.entries(story.reward())).containsExactly("GRANT:1");
  }

  @Test
  void shouldVoidThePromiseWhenTheDealIsReopenedBeforeApproval() {
    IncentiveStory story = IncentiveStory.demo().won().reopened();

    assertThat(story.state(story.reward())).isEqualTo("REVERSED");
    assertThat(story.entries(story.reward())).containsExactly("GRANT:1", "REVERSE:2");
    assertThat(story.balances()).isEmpty();
    books.requireSound(story.tenant());
  }

  @Test
  void shouldOweNothingWhenTheDealIsReopenedBeforePayment() {
    IncentiveStory story = IncentiveStory.demo().won().approved();
    assertThat(story.balances()).isEqualTo(Map.of("EXPENSE", "3000.00", "PAYABLE", "-3000.00"));

    story.reopened();

    assertThat(story.state(story.reward())).isEqualTo("REVERSED");
    assertThat(story.balances()).isEmpty();
    books.requireSound(story.tenant());
  }

  @Test
  void shouldGrantANewRewardWhenTheDealIsWonAgain() {
    IncentiveStory story = IncentiveStory.demo().won().approved().reopened();
    String first = story.reward();

    story.won();

    api(story.key())
        .get("/v1/rewards?referralId=" + story.referral())
        .then()
        .body("data", hasSize(2))
        .body("data[0].state", equalTo("PENDING"))
        .body("data[0].replaces", equalTo(first));
  }

  @Test
  void shouldGrantNothingWhenADeniedDealIsWonAgain() {
    IncentiveStory story = IncentiveStory.demo().won();
    story.decide(story.reward(), "DENY").statusCode(200).body("state", equalTo("DENIED"));

    story.reopened().won();

    assertThat(story.rewards().getList("data")).hasSize(1);
    assertThat(story.entries(story.reward())).containsExactly("GRANT:1", "DENY:2");
  }

  @Test
  void shouldGrantNothingMoreWhenAPersonReversedIt() {
    IncentiveStory story = IncentiveStory.demo().won().approved();
    String reward = story.reward();
    story
        .decideAs(
            "crm:mia", reward, Map.of("action", "REVERSE", "reasonCode", RewardMoves.CAUSE_GONE))
        .statusCode(200);

    story.won("20000.00").reopened().won();

    assertThat(story.rewards().getList("data.id")).containsExactly(reward);
    assertThat(story.balances()).isEmpty();
  }

  @Test
  void shouldGrantForTheOtherDealWhenTheRewardedOneIsReopened() {
    IncentiveStory story = IncentiveStory.demo().won();
    String first = story.reward();
    story.otherDeal("WON", "20000.00").statusCode(201);
    assertThat(story.rewards().getList("data")).hasSize(1);

    story.reopened();

    assertThat(story.referralState()).isEqualTo("WON");
    api(story.key())
        .get("/v1/rewards?referralId=" + story.referral())
        .then()
        .body("data.state", contains("PENDING", "REVERSED"))
        .body("data[0].amount.amount", equalTo("2000.00"))
        .body("data[0].replaces", equalTo(first));
    story.otherDeal("LOST", "20000.00").statusCode(200);
    assertThat(story.rewards().getList("data.state", String.class)).containsOnly("REVERSED");
    books.requireSound(story.tenant());
  }

  @Test
  void shouldPostAPartWhenTheAmountShrankBeforeApproval() {
    IncentiveStory story = IncentiveStory.demo().won().won("20000.00");
    String reward = story.reward();
    api(story.key())
        .get("/v1/rewards/" + reward)
        .then()
        .body("amount.amount", equalTo("2000.00"))
        .body("capApplied", equalTo(false));

    story.approved();

    assertThat(story.entries(reward)).containsExactly("GRANT:1", "APPROVE:3");
    assertThat(story.balances()).isEqualTo(Map.of("EXPENSE", "2000.00", "PAYABLE", "-2000.00"));
    books.requireSound(story.tenant());
  }

  @Test
  void shouldHoldMoreWhenTheAmountGrewBeforeApproval() {
    IncentiveStory story = IncentiveStory.demo().won("10000.00").won("20000.00");

    assertThat(story.entries(story.reward()))
        .containsExactly("GRANT:1", "ADJUST_VOID:2", "ADJUST:2");
    story.approved();
    assertThat(story.balances()).isEqualTo(Map.of("EXPENSE", "2000.00", "PAYABLE", "-2000.00"));
    books.requireSound(story.tenant());
  }

  @Test
  void shouldBookTheDifferenceWhenTheAmountChangesAfterApproval() {
    IncentiveStory story = IncentiveStory.demo().won("10000.00").approved();

    story.won("25000.00");
    assertThat(story.balances()).isEqualTo(Map.of("EXPENSE", "2500.00", "PAYABLE", "-2500.00"));
    story.won("5000.00");

    assertThat(story.balances()).isEqualTo(Map.of("EXPENSE", "500.00", "PAYABLE", "-500.00"));
    assertThat(story.state(story.reward())).isEqualTo("AVAILABLE");
    books.requireSound(story.tenant());
  }

  @Test
  void shouldApproveByItselfWhenTheRuleSaysSo() {
    IncentiveStory story =
        IncentiveStory.demoWith("\"by\":\"PERSON\"", "\"by\":\"AUTOMATIC\"").won();

    assertThat(story.state(story.reward())).isEqualTo("AVAILABLE");
    assertThat(story.balances()).isEqualTo(Map.of("EXPENSE", "3000.00", "PAYABLE", "-3000.00"));
  }

  @Test
  void shouldBecomeAvailableWhenItsHoldDaysAreOver() throws InterruptedException {
    IncentiveStory story = IncentiveStory.demoWith("\"hold\":\"P0D\"", "\"hold\":\"P30D\"").won();
    story.decide(story.reward(), "APPROVE").body("state", equalTo("APPROVED"));
    api(story.key())
        .get("/v1/rewards/" + story.reward())
        .then()
        .body("reasons", contains("HOLD_PERIOD"));

    clock.advance(Duration.ofDays(31));

    awaitState(story, "AVAILABLE");
  }

  @Test
  void shouldExpireWhenNobodyApprovesItInTime() throws InterruptedException {
    IncentiveStory story =
        IncentiveStory.demoWith("\"hold\":\"P0D\"", "\"hold\":\"P0D\",\"expires\":\"P10D\"").won();

    clock.advance(Duration.ofDays(11));

    awaitState(story, "EXPIRED");
    books.requireSound(story.tenant());
    assertThat(story.entries(story.reward())).containsExactly("GRANT:1", "EXPIRE:2");
  }

  @Test
  void shouldWaitForARateWhenTheDealIsInAnotherCurrency() {
    IncentiveStory story = IncentiveStory.demo();
    story.deal("WON", "48000.00", "EUR");

    api(story.key())
        .get("/v1/rewards/" + story.reward())
        .then()
        .body("reasons", contains("APPROVAL", "FX_RATE_MISSING"))
        .body("amount", nullValue());
    story.decide(story.reward(), "APPROVE").statusCode(422).body("code", equalTo("reward-blocked"));

    story.won("20000.00");
    api(story.key())
        .get("/v1/rewards/" + story.reward())
        .then()
        .body("reasons", contains("APPROVAL"))
        .body("amount.amount", equalTo("2000.00"));
    story.approved();
    books.requireSound(story.tenant());
  }

  @Test
  void shouldGrantAFixedAmountWhenAReferralIsAcceptedAndTakeItBackWhenRejected() {
    IncentiveStory story =
        IncentiveStory.with(
            """
            {"id":"thanks","trigger":"ACCEPTED","to":"BOTH","split":"NONE","kind":"MONEY",
             "amount":{"type":"FIXED","value":{"amount":"25.00","currency":"USD"}},
             "hold":"P0D","approval":{"by":"AUTOMATIC"}}""");
    assertThat(story.rewards().getList("data.beneficiary", String.class))
        .containsExactlyInAnyOrder("REFERRER", "PROSPECT");
    assertThat(story.balances()).isEqualTo(Map.of("EXPENSE", "50.00", "PAYABLE", "-50.00"));

    api(story.key())
        .body(Map.of("action", "REJECT", "reasonCode", "FRAUD"))
        .post("/v1/referrals/" + story.referral() + "/transitions")
        .then()
        .statusCode(200);

    assertThat(story.rewards().getList("data.state", String.class))
        .containsExactly("REVERSED", "REVERSED");
    assertThat(story.balances()).isEmpty();
  }

  static void awaitState(IncentiveStory story, String state) throws InterruptedException {
    String reward = story.reward();
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!state.equals(story.state(reward)) && System.nanoTime() < deadline) {
      Thread.sleep(100);
    }
    assertThat(story.state(reward)).isEqualTo(state);
  }
}
