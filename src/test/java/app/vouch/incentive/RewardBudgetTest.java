package app.vouch.incentive;

import static app.vouch.TestApi.api;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import app.vouch.incentive.ledger.LedgerHarness;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 10 % of each won deal, from a budget. */
@QuarkusTest
class RewardBudgetTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int AT_ONCE = 8;
  private static final String RULE =
      """
      {"id":"won","trigger":"WON","amount":{"type":"PERCENT","percent":"10"},"hold":"P0D",
       "approval":{"by":"AUTOMATIC"}}""";

  @Inject LedgerHarness books;

  private IncentiveStory story = IncentiveStory.none();

  @BeforeEach
  void budgetIsSet() {
    story = IncentiveStory.with(RULE);
    budget("100.00");
  }

  @AfterEach
  void booksAreSound() {
    books.requireSound(story.tenant());
    books.requireNoneBelowZero(story.tenant());
  }

  @Test
  void shouldGrantUntilTheLastCentAndWaitAbove() {
    story.won("1000.00");
    IncentiveStory second = story.another().won("0.10");

    rewards(story).body("data.state", contains("AVAILABLE"));
    rewards(second)
        .body("data.state", contains("PENDING"))
        .body("data[0].reasons", contains("BUDGET"));
    budget()
        .body("spent.amount", equalTo("100.00"))
        .body("left.amount", equalTo("0.00"))
        .body("waiting", equalTo(1))
        .body("waitingAmount.amount", equalTo("0.01"));
    story
        .decideAs("crm:mia", second.reward(), Map.of("action", "APPROVE"))
        .statusCode(422)
        .body("type", org.hamcrest.Matchers.endsWith("reward-blocked"));
  }

  @Test
  void shouldGoOnInTurnWhenThereIsRoom() {
    IncentiveStory large = story.another();
    IncentiveStory small = story.another();
    story.won("1000.00");
    large.won("2000.00");
    small.won("500.00");

    budget("250.00");
    rewards(large).body("data[0].reasons", contains("BUDGET"));
    rewards(small).body("data[0].reasons", contains("BUDGET"));
    story.decide(story.reward(), "REVERSE").statusCode(200);

    awaitState(large, "AVAILABLE");
    awaitState(small, "AVAILABLE");
    assertThat(story.balances()).isEqualTo(Map.of("EXPENSE", "250.00", "PAYABLE", "-250.00"));
    budget().body("left.amount", equalTo("0.00")).body("waiting", equalTo(0));
  }

  @Test
  void shouldGoOnWhenTheLimitIsLifted() {
    story.won("9000.00");
    rewards(story).body("data[0].reasons", contains("BUDGET"));

    budget(null);

    awaitState(story, "AVAILABLE");
    assertThat(story.entries(story.reward())).containsExactly("ADJUST:2", "APPROVE:3");
  }

  @Test
  void shouldLetAnIncreaseWaitWhatIsApprovedIsKept() {
    story.won("900.00");

    story.won("1500.00");

    rewards(story)
        .body("data.amount.amount", contains("60.00", "90.00"))
        .body("data.state", contains("PENDING", "AVAILABLE"));
    story.won("1400.00");
    rewards(story).body("data.amount.amount", contains("50.00", "90.00"));
    budget("140.00");
    await()
        .atMost(SOON)
        .untilAsserted(() -> rewards(story).body("data.state", contains("AVAILABLE", "AVAILABLE")));
    story.won("900.00");
    rewards(story).body("data.state", contains("REVERSED", "AVAILABLE"));
  }

  @Test
  void shouldTakeTheCauseAwayOfWhatWaits() {
    story.won("9000.00");

    story.reopened();

    rewards(story).body("data.state", contains("REVERSED"));
    assertThat(story.balances()).isEmpty();
    budget().body("waiting", equalTo(0));
  }

  @Test
  void shouldNeverGrantMoreThanThereIsAtOnce() throws Exception {
    List<IncentiveStory> stories = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      stories.add(story.another());
    }
    List<Callable<Object>> wins = new ArrayList<>();
    stories.forEach(one -> wins.add(() -> one.won("300.00")));

    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (Future<Object> done : threads.invokeAll(wins)) {
        done.get();
      }
    }

    assertThat(story.balances()).isEqualTo(Map.of("EXPENSE", "90.00", "PAYABLE", "-90.00"));
    budget().body("waiting", equalTo(AT_ONCE - 3)).body("left.amount", equalTo("10.00"));
  }

  private void awaitState(IncentiveStory whose, String state) {
    await().atMost(SOON).until(() -> whose.state(whose.reward()).equals(state));
  }

  private static ValidatableResponse rewards(IncentiveStory whose) {
    return api(whose.key()).get("/v1/rewards?referralId=" + whose.referral()).then();
  }

  private ValidatableResponse budget() {
    return api(story.key())
        .get("/v1/programs/" + program() + "/budget?currency=USD")
        .then()
        .statusCode(200);
  }

  private void budget(String limit) {
    Map<String, Object> body = new HashMap<>(Map.of("currency", "USD"));
    body.put("limit", limit);
    body.values().removeIf(java.util.Objects::isNull);
    api(story.key()).body(body).put("/v1/programs/" + program() + "/budget").then().statusCode(200);
  }

  private String program() {
    return api(story.key()).get("/v1/programs").path("data[0].id");
  }
}
