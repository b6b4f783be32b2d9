package app.vouch.incentive.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.shared.Money;
import app.vouch.shared.Refusal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * 10,000 random sequences of entries, held against a model that keeps a list of holds and sums in
 * unbounded integers.
 */
class BookPropertyTest {
  private static final int SEQUENCES = 10_000;
  private static final int STEPS = 30;
  private static final List<Currency> CURRENCIES =
      List.of(
          Currency.getInstance("USD"), Currency.getInstance("JPY"), Currency.getInstance("KWD"));

  @Test
  void shouldAgreeWithTheModelWhenEntriesAreRandom() {
    long seed = Long.getLong("vouch.seed", System.nanoTime());
    System.out.println(
        "BookPropertyTest seed: " + seed + " (repeat with -Dvouch.seed=" + seed + ")");
    SplittableRandom random = new SplittableRandom(seed);
    int refused = 0;
    int booked = 0;
    for (int sequence = 0; sequence < SEQUENCES; sequence++) {
      Run run = new Run(random.split());
      for (int step = 0; step < STEPS; step++) {
        if (run.step()) {
          booked++;
        } else {
          refused++;
        }
        run.requireAgreement("seed " + seed + ", sequence " + sequence + ", step " + step);
      }
    }
    assertThat(booked).isGreaterThan(SEQUENCES);
    assertThat(refused).isGreaterThan(SEQUENCES);
  }

  /** One book and its model. */
  private static final class Run {
    private final SplittableRandom random;
    private final Book book = new Book();
    private final Map<AccountKey, BigInteger[]> posted = new HashMap<>();
    private final List<List<Leg>> holds = new ArrayList<>();

    Run(SplittableRandom random) {
      this.random = random;
    }

    boolean step() {
      int choice = holds.isEmpty() ? random.nextInt(2) : random.nextInt(5);
      try {
        switch (choice) {
          case 0 -> post(entry());
          case 1 -> hold(entry());
          case 2 -> postHold();
          case 3 -> postPart();
          default -> voidHold();
        }
        return true;
      } catch (Refusal.Rule refused) {
        return false;
      }
    }

    private void post(List<Leg> legs) {
      book.apply(EntryKind.POSTED, Movement.of(legs));
      legs.forEach(this::count);
    }

    private void hold(List<Leg> legs) {
      book.apply(EntryKind.PENDING, Movement.of(legs));
      holds.add(legs);
    }

    private void postHold() {
      List<Leg> held = holds.get(random.nextInt(holds.size()));
      book.apply(EntryKind.POSTED, Movement.resolving(Movement.of(held)));
      holds.remove(held);
      held.forEach(this::count);
    }

    private void postPart() {
      List<Leg> held = holds.get(random.nextInt(holds.size()));
      List<Leg> part = new ArrayList<>();
      long share = random.nextLong(1, held.getFirst().amount().minor() + 1);
      for (Leg leg : held) {
        part.add(new Leg(leg.account(), leg.side(), new Money(share, leg.amount().currency())));
      }
      book.apply(EntryKind.POSTED, Movement.resolving(Movement.of(held), part));
      holds.remove(held);
      part.forEach(this::count);
    }

    private void voidHold() {
      List<Leg> held = holds.get(random.nextInt(holds.size()));
      book.apply(EntryKind.VOIDED, Movement.resolving(Movement.of(held)));
      holds.remove(held);
    }

    /** Two legs, or four in two currencies; amounts from one unit to the edge of 64 bits. */
    private List<Leg> entry() {
      List<Leg> legs = new ArrayList<>();
      long amount =
          random.nextInt(20) == 0
              ? random.nextLong(Long.MAX_VALUE / 4, Long.MAX_VALUE)
              : random.nextLong(1, 1_000);
      int pairs = random.nextInt(4) == 0 ? 2 : 1;
      for (int pair = 0; pair < pairs; pair++) {
        Money money = new Money(amount, CURRENCIES.get(random.nextInt(CURRENCIES.size())));
        legs.add(Leg.debit(account(), money));
        legs.add(Leg.credit(account(), money));
      }
      return legs;
    }

    private AccountCode account() {
      AccountKind[] kinds = AccountKind.values();
      return new AccountCode(kinds[random.nextInt(kinds.length)], "owner-" + random.nextInt(2));
    }

    private void count(Leg leg) {
      add(posted, leg);
    }

    private static void add(Map<AccountKey, BigInteger[]> sums, Leg leg) {
      BigInteger[] sides =
          sums.computeIfAbsent(
              leg.key(), key -> new BigInteger[] {BigInteger.ZERO, BigInteger.ZERO});
      int side = leg.side() == Side.DEBIT ? 0 : 1;
      sides[side] = sides[side].add(BigInteger.valueOf(leg.amount().minor()));
    }

    void requireAgreement(String where) {
      Map<AccountKey, BigInteger[]> pending = new HashMap<>();
      holds.forEach(legs -> legs.forEach(leg -> add(pending, leg)));
      Map<Currency, BigInteger> totals = new HashMap<>();
      for (AccountKind kind : AccountKind.values()) {
        for (int owner = 0; owner < 2; owner++) {
          for (Currency currency : CURRENCIES) {
            AccountKey key = new AccountKey(new AccountCode(kind, "owner-" + owner), currency);
            Counters counters = book.of(key);
            requireEqual(where, key, counters, posted.get(key), pending.get(key));
            totals.merge(
                currency,
                BigInteger.valueOf(counters.debitsPosted())
                    .subtract(BigInteger.valueOf(counters.creditsPosted())),
                BigInteger::add);
            if (kind == AccountKind.PAYABLE && counters.spendable() < 0) {
              throw new AssertionError(where + ": " + key + " is below zero: " + counters);
            }
          }
        }
      }
      if (totals.values().stream().anyMatch(total -> total.signum() != 0)) {
        throw new AssertionError(where + ": debits and credits differ: " + totals);
      }
    }

    private static void requireEqual(
        String where,
        AccountKey key,
        Counters counters,
        BigInteger @Nullable [] posted,
        BigInteger @Nullable [] pending) {
      boolean equal =
          is(counters.debitsPosted(), posted, 0)
              && is(counters.creditsPosted(), posted, 1)
              && is(counters.debitsPending(), pending, 0)
              && is(counters.creditsPending(), pending, 1);
      if (!equal) {
        throw new AssertionError(where + ": " + key + " differs from the model: " + counters);
      }
    }

    private static boolean is(long counter, BigInteger @Nullable [] sides, int side) {
      return BigInteger.valueOf(counter).equals(sides == null ? BigInteger.ZERO : sides[side]);
    }
  }
}
