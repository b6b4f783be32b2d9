package app.vouch.incentive;

import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.incentive.ledger.LedgerHarness;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Batches whose payments fail, come back, are reported twice or too early, while deals fall and
 * come back: the books stay sound, and in the end everybody has been sent what they earned, once.
 */
@QuarkusTest
class PayoutBatchRandomTest {
  private static final int PAYEES = 5;
  private static final int ROUNDS = 6;
  private static final List<String> AMOUNTS = List.of("5000.00", "10000.00", "48000.00");

  @Inject LedgerHarness books;

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void shouldSendEverybodyWhatTheyEarnedOnce(long seed) {
    Random random = new Random(seed);
    List<IncentiveStory> payees = new ArrayList<>(List.of(IncentiveStory.demo()));
    while (payees.size() < PAYEES) {
      payees.add(payees.getFirst().otherPayee());
    }
    IncentiveStory first = payees.getFirst();
    PayoutBatchStory batches = new PayoutBatchStory(first.key());
    for (int round = 0; round < ROUNDS; round++) {
      payees.forEach(payee -> live(payee, random));
      Map<String, ?> input =
          random.nextBoolean()
              ? Map.of("adapter", "external")
              : Map.of(
                  "adapter", "external", "minimum", Map.of("amount", "600.00", "currency", "USD"));
      pay(batches, batches.made(input), random);
      books.requireSound(first.tenant());
      books.requireNoneBelowZero(first.tenant());
    }

    payees.forEach(payee -> live(payee, new Random(0)));
    String last = batches.made(Map.of("adapter", "external"));
    batches.moved(last, "APPROVE");
    batches.moved(last, "SEND");
    batches.payouts(last, "SENT").forEach(id -> batches.report(id, "SETTLE", "last-" + id));

    books.requireSound(first.tenant());
    assertThat(batches.verified()).contains("\"outcome\":\"SOUND\"");
    Map<String, String> balances = first.balances();
    assertThat(balances).as("seed %d", seed).doesNotContainKeys("PAYABLE", "CLEARING");
    assertThat(amount(balances, "EXTERNAL").negate())
        .as("what was sent, seed %d", seed)
        .isEqualByComparingTo(amount(balances, "EXPENSE").add(amount(balances, "RECEIVABLE")));
    BigDecimal earned =
        payees.stream().map(PayoutBatchRandomTest::paid).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(amount(balances, "EXPENSE")).as("seed %d", seed).isEqualByComparingTo(earned);
  }

  /** The deal is won or falls; what is granted is approved. */
  private static void live(IncentiveStory payee, Random random) {
    if (random.nextInt(4) == 0) {
      payee.deal("QUALIFIED", "48000.00", "USD");
    } else {
      payee.deal("WON", AMOUNTS.get(random.nextInt(AMOUNTS.size())), "USD");
    }
    List<String> pending = payee.rewards().getList("data.findAll {it.state == 'PENDING'}.id");
    pending.forEach(id -> payee.decide(id, "APPROVE").statusCode(200));
  }

  private static void pay(PayoutBatchStory batches, String batch, Random random) {
    batches.payouts(batch, "DRAFT").forEach(id -> assertLate(batches.report(id, "SETTLE", "x")));
    batches.moved(batch, "APPROVE");
    if (random.nextInt(5) == 0) {
      batches.moved(batch, "CANCEL");
      return;
    }
    batches.moved(batch, "SEND");
    for (String id : batches.payouts(batch, "SENT")) {
      String reference = "tr-" + id;
      switch (random.nextInt(4)) {
        case 0 -> twice(batches, id, "FAIL", reference);
        case 1 -> {
          twice(batches, id, "SETTLE", reference);
          twice(batches, id, "RETURN", reference);
          assertLate(batches.report(id, "SETTLE", reference));
        }
        default -> twice(batches, id, "SETTLE", reference);
      }
    }
  }

  private static void twice(PayoutBatchStory batches, String id, String action, String reference) {
    assertThat(batches.report(id, action, reference)).isEqualTo(200);
    assertThat(batches.report(id, action, reference)).isEqualTo(200);
  }

  private static void assertLate(int status) {
    assertThat(status).as("a report that comes too early or too late").isEqualTo(409);
  }

  private static BigDecimal paid(IncentiveStory payee) {
    return payee
        .rewards()
        .<String>getList("data.findAll {it.state in ['PAID', 'AVAILABLE']}.amount.amount")
        .stream()
        .map(BigDecimal::new)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal amount(Map<String, String> balances, String account) {
    return new BigDecimal(balances.getOrDefault(account, "0"));
  }
}
