package app.vouch.incentive.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.shared.Money;
import app.vouch.shared.Refusal;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * 300 random sequences of commands on the database, repeats and refusals among them; afterwards the
 * counters equal an in-memory {@link Book}, every currency sums to zero, and the legs replay.
 */
@QuarkusTest
class LedgerPropertyTest {
  private static final int SEQUENCES = Integer.getInteger("vouch.ledger.sequences", 300);
  private static final int STEPS = 8;
  private static final List<Currency> CURRENCIES =
      List.of(
          Currency.getInstance("USD"), Currency.getInstance("JPY"), Currency.getInstance("KWD"));

  @Inject LedgerService ledger;
  @Inject LedgerHarness books;

  /** An entry that holds money and was not resolved yet. */
  private record Hold(UUID id, List<Leg> legs) {}

  /** What was asked before, to ask it again. */
  private record Asked(Posting posting, UUID answer) {}

  @Test
  void shouldStaySoundWhenCommandsAreRandom() {
    long seed = Long.getLong("vouch.seed", System.nanoTime());
    System.out.println(
        "LedgerPropertyTest seed: " + seed + " (repeat with -Dvouch.seed=" + seed + ")");
    SplittableRandom random = new SplittableRandom(seed);
    UUID tenant = books.tenant();
    for (int sequence = 0; sequence < SEQUENCES; sequence++) {
      Run run = new Run(tenant, sequence, random.split());
      for (int step = 0; step < STEPS; step++) {
        run.step(step);
      }
      run.requireAgreement("seed " + seed + ", sequence " + sequence);
    }
    books.requireSound(tenant);
  }

  private final class Run {
    private final UUID tenant;
    private final int sequence;
    private final SplittableRandom random;
    private final Book model = new Book();
    private final List<Hold> holds = new ArrayList<>();
    private final List<UUID> resolved = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();

    Run(UUID tenant, int sequence, SplittableRandom random) {
      this.tenant = tenant;
      this.sequence = sequence;
      this.random = random;
    }

    void step(int step) {
      String key = "s" + sequence + ":" + step;
      switch (random.nextInt(8)) {
        case 0, 1 -> post(key);
        case 2, 3 -> hold(key);
        case 4 -> resolve(key, true, false);
        case 5 -> resolve(key, true, true);
        case 6 -> resolve(key, false, false);
        default -> again(key);
      }
    }

    private void post(String key) {
      Posting posting = Posting.of(key, entry());
      if (modelTakes(EntryKind.POSTED, Movement.of(posting.legs()))) {
        asked.add(new Asked(posting, books.in(tenant, () -> ledger.post(posting))));
      } else {
        assertRefused(() -> books.in(tenant, () -> ledger.post(posting)));
      }
    }

    private void hold(String key) {
      Posting posting = Posting.of(key, entry());
      if (modelTakes(EntryKind.PENDING, Movement.of(posting.legs()))) {
        holds.add(new Hold(books.in(tenant, () -> ledger.hold(posting)), posting.legs()));
      } else {
        assertRefused(() -> books.in(tenant, () -> ledger.hold(posting)));
      }
    }

    private void resolve(String key, boolean post, boolean inPart) {
      if (holds.isEmpty()) {
        return;
      }
      Hold hold = holds.get(random.nextInt(holds.size()));
      List<Movement> held = Movement.of(hold.legs());
      List<Leg> part = inPart ? part(hold.legs()) : hold.legs();
      EntryKind outcome = post ? EntryKind.POSTED : EntryKind.VOIDED;
      if (!modelTakes(outcome, Movement.resolving(held, part))) {
        assertRefused(() -> books.in(tenant, () -> ledger.postHold(hold.id(), key, part)));
        return;
      }
      books.in(
          tenant,
          () -> post ? ledger.postHold(hold.id(), key, part) : ledger.voidHold(hold.id(), key));
      holds.remove(hold);
      resolved.add(hold.id());
    }

    /** A repeat answers the same, other content and a second resolution are refused. */
    private void again(String key) {
      if (!asked.isEmpty()) {
        Asked before = asked.get(random.nextInt(asked.size()));
        assertThat(books.in(tenant, () -> ledger.post(before.posting())))
            .isEqualTo(before.answer());
        assertRefused(() -> books.in(tenant, () -> ledger.hold(before.posting())));
      }
      if (!resolved.isEmpty()) {
        UUID over = resolved.get(random.nextInt(resolved.size()));
        assertRefused(() -> books.in(tenant, () -> ledger.voidHold(over, key)));
      }
    }

    private boolean modelTakes(EntryKind kind, List<Movement> movements) {
      try {
        model.apply(kind, movements);
        return true;
      } catch (Refusal.Rule refused) {
        return false;
      }
    }

    private List<Leg> part(List<Leg> legs) {
      long share = random.nextLong(1, legs.getFirst().amount().minor() + 1);
      return legs.stream()
          .map(leg -> new Leg(leg.account(), leg.side(), new Money(share, leg.amount().currency())))
          .toList();
    }

    private List<Leg> entry() {
      Money money =
          new Money(random.nextLong(1, 1_000), CURRENCIES.get(random.nextInt(CURRENCIES.size())));
      return List.of(Leg.debit(account(), money), Leg.credit(account(), money));
    }

    private AccountCode account() {
      AccountKind[] kinds = AccountKind.values();
      return new AccountCode(kinds[random.nextInt(kinds.length)], "owner-" + sequence);
    }

    void requireAgreement(String where) {
      Map<AccountKey, Counters> booked = books.countersOf(tenant, "owner-" + sequence);
      for (AccountKind kind : AccountKind.values()) {
        for (Currency currency : CURRENCIES) {
          AccountKey key = new AccountKey(new AccountCode(kind, "owner-" + sequence), currency);
          assertThat(booked.getOrDefault(key, Counters.ZERO))
              .as("%s: %s", where, key)
              .isEqualTo(model.of(key));
        }
      }
    }
  }

  private static void assertRefused(Runnable call) {
    try {
      call.run();
    } catch (Refusal.Rule refused) {
      return;
    }
    throw new AssertionError("the ledger took what the model refuses");
  }
}
