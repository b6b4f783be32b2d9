package app.vouch.incentive.ledger;

import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import app.vouch.shared.Unit;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry that somebody wants in the books.
 *
 * @param key {@code <resource id>:<step>:<resource version>}; unique for ever
 * @param legs two or more that balance in every currency
 * @param effectiveAt when it counts; null for the moment at which it is recorded
 * @param reverses the entry that this one undoes
 * @param corrects the entry that this one adds to
 */
public record Posting(
    String key,
    List<Leg> legs,
    @Nullable Instant effectiveAt,
    @Nullable UUID reverses,
    @Nullable UUID corrects) {
  private static final int MAX_KEY = 120;

  /**
   * @throws Refusal.Rule {@code entry-not-balanced} when the legs do not balance
   */
  public Posting {
    legs = List.copyOf(legs);
    if (key.isBlank() || key.length() > MAX_KEY) {
      throw new IllegalArgumentException("an entry's key has 1 to 120 characters: " + key);
    }
    requireBalance(legs);
  }

  public static Posting of(String key, Leg... legs) {
    return new Posting(key, List.of(legs), null, null, null);
  }

  public static Posting of(String key, List<Leg> legs) {
    return new Posting(key, legs, null, null, null);
  }

  public Posting reversing(UUID entry) {
    return new Posting(key, legs, effectiveAt, entry, corrects);
  }

  public Posting correcting(@Nullable UUID entry) {
    return new Posting(key, legs, effectiveAt, reverses, entry);
  }

  private static void requireBalance(List<Leg> legs) {
    if (legs.size() < 2) {
      throw notBalanced("an entry has two legs or more, got " + legs.size());
    }
    Map<Unit, BigInteger> sums = new HashMap<>();
    for (Leg leg : legs) {
      BigInteger amount = BigInteger.valueOf(leg.amount().minor());
      sums.merge(
          leg.amount().currency(),
          leg.side() == Side.DEBIT ? amount : amount.negate(),
          BigInteger::add);
    }
    sums.forEach(
        (currency, sum) -> {
          if (sum.signum() != 0) {
            throw notBalanced(
                "debits and credits in %s differ by %d minor units; add the missing leg"
                    .formatted(currency, sum.abs()));
          }
        });
  }

  private static Refusal.Rule notBalanced(String detail) {
    return new Refusal.Rule(ProblemType.ENTRY_NOT_BALANCED, detail);
  }
}
