package app.vouch.incentive;

import static app.vouch.TestApi.api;
import static app.vouch.TestApi.unique;
import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.incentive.ledger.LedgerHarness;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Deals that grow, shrink, fall and come back, customers who pay and are given back, people who
 * decide, and payouts that go wrong, in any order: the books stay sound, no payee's account falls
 * below zero, and in the end everybody has been sent what they earned.
 */
@QuarkusTest
class MoneyRandomTest {
  private static final int STEPS = 40;
  private static final List<String> AMOUNTS =
      List.of("5000.00", "10000.00", "12000.00", "20000.00", "48000.00");
  private static final List<String> REFUNDS = List.of("0.01", "2500.00", "5000.00", "48000.00");
  private static final String RULES =
      """
      {"id":"won-10","trigger":"WON","amount":{"type":"PERCENT","percent":"10"},
       "cap":{"amount":"3000.00","currency":"USD"},"hold":"P0D","approval":{"by":"PERSON"},
       "clawback":{"window":"P90D","mode":"%s"}},
      {"id":"paid-5","trigger":"INVOICE_PAID","recurring":{"periods":4},
       "amount":{"type":"PERCENT","percent":"5"},"hold":"P0D","approval":{"by":"AUTOMATIC"}}""";

  @Inject LedgerHarness books;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void shouldSendEachPayeeWhatTheyEarned(long seed) {
    Sequence sequence = new Sequence(new Random(seed), seed % 2 == 0 ? "FULL" : "PRO_RATA");
    for (int step = 0; step < STEPS; step++) {
      sequence.step();
      books.requireNoneBelowZero(sequence.first.tenant());
    }

    sequence.finish();

    books.requireSound(sequence.first.tenant());
    books.requireNoneBelowZero(sequence.first.tenant());
    Map<String, String> balances = sequence.first.balances();
    assertThat(balances).as("seed %d", seed).doesNotContainKeys("PAYABLE", "CLEARING");
    assertThat(amount(balances, "EXPENSE"))
        .as("what the rewards that stand have cost, seed %d", seed)
        .isEqualByComparingTo(sequence.earned());
    assertThat(amount(balances, "EXTERNAL").negate())
        .as("what was sent, seed %d", seed)
        .isEqualByComparingTo(sequence.earned().add(amount(balances, "RECEIVABLE")));
  }

  private static BigDecimal amount(Map<String, String> balances, String account) {
    return new BigDecimal(balances.getOrDefault(account, "0"));
  }

  /** Two referrals of one payee; the first one has two deals. */
  private static final class Sequence {
    private final Random random;
    private final IncentiveStory first;
    private final IncentiveStory second;

    Sequence(Random random, String clawback) {
      this.random = random;
      this.first = IncentiveStory.with(RULES.formatted(clawback)).won("10000.00");
      this.second = first.on(first.capture("bob@" + unique("other") + ".example"));
    }

    void step() {
      switch (random.nextInt(13)) {
        case 0, 1 -> taken(story().deal("WON", any(AMOUNTS), "USD"));
        case 2 -> taken(story().deal("QUALIFIED", any(AMOUNTS), "USD"));
        case 3 -> taken(first.otherDeal(any(List.of("WON", "QUALIFIED")), any(AMOUNTS)));
        case 4, 5 ->
            decide(
                any(
                    List.of(
                        "APPROVE", "APPROVE", "APPROVE", "HOLD", "RELEASE", "REVERSE", "DENY")));
        case 6, 7 -> pay();
        case 8 -> giveBack();
        case 9 -> taken(first.createPayout(unique("payout")));
        default ->
            movePayout(any(List.of("APPROVE", "SEND", "SETTLE", "FAIL", "RETURN", "CANCEL")));
      }
    }

    private void pay() {
      taken(first.pay(any(ids("/v1/deals")), unique("INV"), any(AMOUNTS)));
    }

    private void giveBack() {
      String deal = any(ids("/v1/deals"));
      List<String> payments = ids("/v1/deals/" + deal + "/payments");
      if (!payments.isEmpty()) {
        taken(first.refund(deal, any(payments), unique("CN"), any(REFUNDS)));
      }
    }

    private IncentiveStory story() {
      return random.nextBoolean() ? first : second;
    }

    private void decide(String action) {
      List<String> known = ids("/v1/rewards?limit=200");
      if (!known.isEmpty()) {
        taken(first.decide(any(known), action));
      }
    }

    private void movePayout(String action) {
      List<String> known = ids("/v1/payouts?limit=200");
      if (!known.isEmpty()) {
        taken(first.step(any(known), action));
      }
    }

    /** Everything is approved and paid, whatever it waits for. */
    void finish() {
      inState("/v1/rewards", "HELD").forEach(id -> first.decide(id, "RELEASE").statusCode(200));
      inState("/v1/rewards", "PENDING").forEach(id -> first.decide(id, "APPROVE").statusCode(200));
      payOut();
      if (first.createPayout(unique("payout")).extract().statusCode() == 201) {
        payOut();
      }
    }

    private void payOut() {
      inState("/v1/payouts", "DRAFT").forEach(id -> first.step(id, "APPROVE").statusCode(200));
      inState("/v1/payouts", "APPROVED").forEach(id -> first.step(id, "SEND").statusCode(200));
      inState("/v1/payouts", "SENT").forEach(id -> first.step(id, "SETTLE").statusCode(200));
    }

    BigDecimal earned() {
      return List.of("PAID", "AVAILABLE").stream()
          .flatMap(
              state ->
                  read("/v1/rewards?limit=200&state=" + state)
                      .getList("data.amount.amount", String.class)
                      .stream())
          .map(BigDecimal::new)
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<String> inState(String path, String state) {
      return ids(path + "?limit=200&state=" + state);
    }

    private List<String> ids(String path) {
      return read(path).getList("data.id", String.class);
    }

    private JsonPath read(String path) {
      return api(first.key()).get(path).then().statusCode(200).extract().jsonPath();
    }

    /** Done, or refused for a reason. */
    private static void taken(ValidatableResponse answer) {
      assertThat(answer.extract().statusCode()).isIn(200, 201, 409, 422);
    }

    private <T> T any(List<T> all) {
      return all.get(random.nextInt(all.size()));
    }
  }
}
