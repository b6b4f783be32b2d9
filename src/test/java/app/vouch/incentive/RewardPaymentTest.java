package app.vouch.incentive;

import static app.vouch.TestApi.api;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import app.vouch.incentive.ledger.LedgerHarness;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 10 % of each of the first three invoices that the customer pays. */
@QuarkusTest
class RewardPaymentTest {
  private static final String RULE =
      """
      {"id":"paid","trigger":"INVOICE_PAID","recurring":{"periods":3},
       "amount":{"type":"PERCENT","percent":"10"},"hold":"P0D","approval":{"by":"AUTOMATIC"}}""";

  @Inject LedgerHarness books;

  private IncentiveStory story = IncentiveStory.none();
  private String deal = "";

  @BeforeEach
  void dealIsWon() {
    story = IncentiveStory.with(RULE);
    deal = story.deal("WON", "1200.00", "USD").extract().path("id");
  }

  @AfterEach
  void booksAreSound() {
    books.requireSound(story.tenant());
    books.requireNoneBelowZero(story.tenant());
  }

  @Test
  void shouldGrantForEachOfTheFirstPaymentsOnce() {
    assertThat(story.rewards().getList("data")).isEmpty();

    for (int i = 1; i <= 4; i++) {
      pay("INV-" + i, i + "00.00").statusCode(201);
      pay("INV-" + i, i + "00.00").statusCode(200);
    }

    assertThat(amounts()).containsExactly("30.00", "20.00", "10.00");
    assertThat(story.balances()).isEqualTo(Map.of("EXPENSE", "60.00", "PAYABLE", "-60.00"));
    api(story.key())
        .get("/v1/rewards/" + story.reward() + "/explanation")
        .then()
        .body("calculations[0].base.amount", equalTo("300.00"))
        .body("calculations[0].paymentId", equalTo(payments().getString("data[1].id")));
  }

  @Test
  void shouldTakeBackWhatWasGivenBack() {
    String payment = pay("INV-1", "100.00").extract().path("id");

    refund(payment, "CN-1", "25.00").statusCode(201);
    refund(payment, "CN-1", "25.00").statusCode(200);

    assertThat(amounts()).containsExactly("7.50");
    refund(payment, "CN-2", "75.00").statusCode(201).body("refunded.amount", equalTo("100.00"));
    rewards().body("data.state", contains("REVERSED"));
    assertThat(story.balances()).isEmpty();
    refund(payment, "CN-3", "0.01").statusCode(422);
    pay("INV-2", "100.00").statusCode(201);
    rewards().body("data.state", contains("AVAILABLE", "REVERSED"));
  }

  @Test
  void shouldTakeBackOfAPaidRewardWhatWasGivenBack() {
    String payment = pay("INV-1", "100.00").extract().path("id");
    story.payout("APPROVE", "SEND", "SETTLE");

    refund(payment, "CN-1", "100.00").statusCode(201);

    rewards().body("data.state", contains("REVERSED"));
    assertThat(story.balances()).isEqualTo(Map.of("RECEIVABLE", "10.00", "EXTERNAL", "-10.00"));
  }

  @Test
  void shouldFollowTheDealWhenItIsOpenAgain() {
    pay("INV-1", "100.00").statusCode(201);
    story.reopened();
    rewards().body("data.state", contains("REVERSED"));

    pay("INV-2", "200.00").statusCode(201);
    assertThat(story.rewards().getList("data")).hasSize(1);
    story.won("1200.00");

    assertThat(story.rewards().getList("data.state"))
        .containsExactlyInAnyOrder("REVERSED", "AVAILABLE", "AVAILABLE");
    assertThat(story.balances()).isEqualTo(Map.of("EXPENSE", "30.00", "PAYABLE", "-30.00"));
  }

  @Test
  void shouldWaitForTheDealToBeWon() {
    IncentiveStory open = IncentiveStory.with(RULE);
    String other = open.deal("QUALIFIED", "1200.00", "USD").extract().path("id");
    open.pay(other, "INV-1", "100.00").statusCode(201);
    api(open.key()).get("/v1/rewards?referralId=" + open.referral()).then().body("data", empty());

    open.won("1200.00");

    assertThat(open.rewards().getList("data.amount.amount")).isEqualTo(List.of("10.00"));
  }

  private List<String> amounts() {
    return story.rewards().getList("data.amount.amount");
  }

  private ValidatableResponse rewards() {
    return api(story.key()).get("/v1/rewards?referralId=" + story.referral()).then();
  }

  private JsonPath payments() {
    return api(story.key()).get("/v1/deals/" + deal + "/payments").jsonPath();
  }

  private ValidatableResponse pay(String ref, String amount) {
    return story.pay(deal, ref, amount);
  }

  private ValidatableResponse refund(String payment, String ref, String amount) {
    return story.refund(deal, payment, ref, amount);
  }
}
