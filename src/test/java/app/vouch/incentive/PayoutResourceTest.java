package app.vouch.incentive;

import static app.vouch.TestApi.api;
import static app.vouch.TestApi.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import app.vouch.TestClock;
import app.vouch.incentive.ledger.LedgerHarness;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Money on its way out and back; after each test the books are sound. */
@QuarkusTest
class PayoutResourceTest {
  @Inject LedgerHarness books;
  @Inject TestClock clock;

  private IncentiveStory story = IncentiveStory.none();

  @BeforeEach
  void dealIsWon() {
    story = IncentiveStory.demo().won();
  }

  @AfterEach
  void booksAreSound() {
    books.requireSound(story.tenant());
    books.requireNoneBelowZero(story.tenant());
  }

  @Test
  void shouldBalanceAsTheContractSaysWhenTheDemoIsPaid() {
    story.approved();

    String payout = story.payout("APPROVE", "SEND", "SETTLE");

    assertThat(story.state(story.reward())).isEqualTo("PAID");
    assertThat(story.entries(payout)).containsExactly("APPROVE:2", "SEND:3", "SETTLE:4");
    assertThat(story.balances()).isEqualTo(Map.of("EXPENSE", "3000.00", "EXTERNAL", "-3000.00"));
    api(story.key())
        .get("/v1/ledger/trial-balance")
        .then()
        .body("totals", hasSize(1))
        .body("totals[0].balanced", equalTo(true))
        .body("rows.account", contains("EXPENSE", "PAYABLE", "CLEARING", "EXTERNAL"));
  }

  @Test
  void shouldNeedAKeyWhenAPayoutIsMade() {
    story.approved();

    api(story.key())
        .body(Map.of("payeeId", story.payee(), "currency", "USD"))
        .post("/v1/payouts")
        .then()
        .statusCode(400)
        .body("code", equalTo("idempotency-key-required"));
  }

  @Test
  void shouldAnswerTheSamePayoutWhenTheKeyIsRepeated() {
    story.approved();
    String key = unique("payout");
    String first = story.createPayout(key).statusCode(201).extract().path("id");

    story
        .createPayout(key)
        .statusCode(201)
        .header("Idempotency-Replayed", "true")
        .body("id", equalTo(first));
  }

  @Test
  void shouldRefuseASecondPayoutWhenTheRewardIsInOne() {
    story.approved();
    story.payout();

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
        .body("rewardIds", contains(story.reward()));
  }

  @Test
  void shouldMakeOnePayoutWhenTwoAreAskedForAtOnce() throws Exception {
    story.approved();
    CyclicBarrier start = new CyclicBarrier(2);
    Callable<Integer> ask =
        () -> {
          start.await();
          return story.createPayout(unique("payout")).extract().statusCode();
        };

    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (Future<Integer> answer : threads.invokeAll(List.of(ask, ask))) {
        statuses.add(answer.get());
      }
    }

    assertThat(statuses).containsExactlyInAnyOrder(201, 422);
  }

  @Test
  void shouldRefuseWhenNothingIsAvailable() {
    story
        .createPayout(unique("payout"))
        .statusCode(422)
        .body("code", equalTo("reward-not-payable"));
  }

  @Test
  void shouldFreeTheRewardWhenAnApprovedPayoutIsCancelled() {
    story.approved();
    String payout = story.payout("APPROVE", "CANCEL");

    assertThat(story.entries(payout)).containsExactly("APPROVE:2", "CANCEL:3");
    assertThat(story.balances()).isEqualTo(Map.of("EXPENSE", "3000.00", "PAYABLE", "-3000.00"));
    story.payout("APPROVE", "SEND", "SETTLE");
    assertThat(story.state(story.reward())).isEqualTo("PAID");
  }

  @Test
  void shouldOweAgainWhenASentPayoutFails() {
    story.approved();

    String payout = story.payout("APPROVE", "SEND", "FAIL");

    assertThat(story.entries(payout)).containsExactly("APPROVE:2", "SEND:3", "FAIL:4");
    assertThat(story.balances()).isEqualTo(Map.of("EXPENSE", "3000.00", "PAYABLE", "-3000.00"));
    assertThat(story.state(story.reward())).isEqualTo("AVAILABLE");
    assertThat(story.payout()).isNotEqualTo(payout);
  }

  @Test
  void shouldOweAgainWhenASettledPayoutIsReturned() {
    story.approved();

    String payout = story.payout("APPROVE", "SEND", "SETTLE", "RETURN");

    assertThat(story.entries(payout))
        .containsExactly("APPROVE:2", "SEND:3", "SETTLE:4", "RETURN:5", "RETURN_OWED:5");
    assertThat(story.balances()).isEqualTo(Map.of("EXPENSE", "3000.00", "PAYABLE", "-3000.00"));
    assertThat(story.state(story.reward())).isEqualTo("AVAILABLE");
  }

  @Test
  void shouldAskThePayeeBackWhenThePaidDealIsReopened() {
    story.approved();
    story.payout("APPROVE", "SEND", "SETTLE");

    story.reopened();

    assertThat(story.state(story.reward())).isEqualTo("REVERSED");
    assertThat(story.balances()).isEqualTo(Map.of("RECEIVABLE", "3000.00", "EXTERNAL", "-3000.00"));
  }

  @Test
  void shouldSetTheDebtOffWhenThePayeeEarnsAgain() {
    story.approved();
    story.payout("APPROVE", "SEND", "SETTLE");
    story.reopened().won().approved();

    String payout = story.payout("APPROVE", "SEND", "SETTLE");

    api(story.key())
        .get("/v1/payouts/" + payout)
        .then()
        .body("total.amount", equalTo("3000.00"))
        .body("setOff.amount", equalTo("3000.00"))
        .body("amount.amount", equalTo("0.00"));
    assertThat(story.state(story.reward())).isEqualTo("PAID");
    assertThat(story.balances()).isEqualTo(Map.of("EXPENSE", "3000.00", "EXTERNAL", "-3000.00"));
  }

  @Test
  void shouldKeepTheDebtWhenAPayoutThatSetItOffFails() {
    story.approved();
    story.payout("APPROVE", "SEND", "SETTLE");
    story.reopened().won("20000.00").approved();

    story.payout("APPROVE", "SEND", "FAIL");

    assertThat(story.balances())
        .isEqualTo(
            Map.of(
                "EXPENSE", "2000.00",
                "RECEIVABLE", "3000.00",
                "PAYABLE", "-2000.00",
                "EXTERNAL", "-3000.00"));
  }

  @Test
  void shouldPayWhatWasKeptForADebtWhenThatIsSettledByTheBank() {
    story.approved();
    String first = story.payout("APPROVE", "SEND", "SETTLE");
    story.reopened().won().approved();
    story.payout("APPROVE", "SEND", "SETTLE");

    story.step(first, "RETURN").statusCode(200);

    assertThat(story.balances()).isEqualTo(Map.of("EXPENSE", "3000.00", "PAYABLE", "-3000.00"));
    String arrears = story.payout();
    api(story.key())
        .get("/v1/payouts/" + arrears)
        .then()
        .body("arrears.amount", equalTo("3000.00"))
        .body("total.amount", equalTo("3000.00"))
        .body("rewardIds", hasSize(0));
    story
        .createPayout(unique("payout"))
        .statusCode(422)
        .body("code", equalTo("reward-not-payable"));
    story.step(arrears, "CANCEL").statusCode(200);
    story.payout("APPROVE", "SEND", "FAIL");
    story.payout("APPROVE", "SEND", "SETTLE");
    assertThat(story.balances()).isEqualTo(Map.of("EXPENSE", "3000.00", "EXTERNAL", "-3000.00"));
  }

  @Test
  void shouldAskNoMoreBackThanIsOwedWhenASentPayoutFailsAfterTheDebtWasSetOff() {
    story.approved();
    String first = story.payout("APPROVE", "SEND");
    story.reopened().won("20000.00").approved();
    story.payout("APPROVE", "SEND", "SETTLE");
    assertThat(story.balances())
        .isEqualTo(Map.of("EXPENSE", "2000.00", "RECEIVABLE", "1000.00", "CLEARING", "-3000.00"));

    story.step(first, "FAIL").statusCode(200);

    assertThat(story.balances()).isEqualTo(Map.of("EXPENSE", "2000.00", "PAYABLE", "-2000.00"));
    story.payout("APPROVE", "SEND", "SETTLE");
    assertThat(story.balances()).isEqualTo(Map.of("EXPENSE", "2000.00", "EXTERNAL", "-2000.00"));
  }

  @Test
  void shouldCancelThePayoutWhenTheDealIsReopenedBeforeItIsSent() {
    story.approved();
    String payout = story.payout("APPROVE");

    story.reopened();

    api(story.key())
        .get("/v1/payouts/" + payout)
        .then()
        .body("state", equalTo("CANCELLED"))
        .body("reasonCode", equalTo("REWARD_CHANGED"));
    assertThat(story.balances()).isEmpty();
  }

  @Test
  void shouldAskBackWhenTheDealIsReopenedWhileTheMoneyIsUnderWay() {
    story.approved();
    String payout = story.payout("APPROVE", "SEND");

    story.reopened();
    assertThat(story.balances()).isEqualTo(Map.of("RECEIVABLE", "3000.00", "CLEARING", "-3000.00"));
    story.step(payout, "SETTLE").statusCode(200);

    assertThat(story.state(story.reward())).isEqualTo("REVERSED");
    assertThat(story.balances()).isEqualTo(Map.of("RECEIVABLE", "3000.00", "EXTERNAL", "-3000.00"));
    story.step(payout, "RETURN").statusCode(200);
    assertThat(story.balances()).isEmpty();
  }

  @Test
  void shouldAskTheDifferenceBackWhenAPaidAmountShrinks() {
    story.approved();
    story.payout("APPROVE", "SEND", "SETTLE");

    story.won("20000.00");

    assertThat(story.state(story.reward())).isEqualTo("PAID");
    assertThat(story.balances())
        .isEqualTo(Map.of("EXPENSE", "2000.00", "RECEIVABLE", "1000.00", "EXTERNAL", "-3000.00"));
  }

  @Test
  void shouldMoveNothingWhenTheClawbackWindowIsOver() {
    story.approved();
    story.payout("APPROVE", "SEND", "SETTLE");
    clock.advance(Duration.ofDays(91));

    story.reopened();

    api(story.key())
        .get("/v1/rewards/" + story.reward())
        .then()
        .body("state", equalTo("PAID"))
        .body("clawback", equalTo("LAPSED"));
    assertThat(story.balances()).isEqualTo(Map.of("EXPENSE", "3000.00", "EXTERNAL", "-3000.00"));
  }

  @Test
  void shouldAnswerConflictWhenAStepIsNotInTheTable() {
    story.approved();
    String payout = story.payout();

    story
        .step(payout, "SETTLE")
        .statusCode(409)
        .body("code", equalTo("transition-not-allowed"))
        .body("allowed", contains("APPROVE", "CANCEL"));
  }

  @Test
  void shouldAnswerThePresentStateWhenAStepIsRepeated() {
    story.approved();
    String payout = story.payout("APPROVE", "SEND");

    story.step(payout, "SEND").statusCode(200).body("state", equalTo("SENT"));

    assertThat(story.entries(payout)).containsExactly("APPROVE:2", "SEND:3");
  }

  @Test
  void shouldTellTheStoryInEventsWhenTheDemoIsPaid() {
    story.approved();
    story.payout("APPROVE", "SEND", "SETTLE");

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(eventTypes())
                    .containsSubsequence(
                        "reward.granted",
                        "reward.approved",
                        "reward.made_available",
                        "payout.created",
                        "payout.approved",
                        "payout.sent",
                        "payout.settled",
                        "reward.paid"));
  }

  private List<String> eventTypes() {
    return api(story.key())
        .get("/v1/events?limit=200")
        .jsonPath()
        .getList("data.type", String.class);
  }
}
