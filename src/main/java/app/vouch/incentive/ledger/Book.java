package app.vouch.incentive.ledger;

import app.vouch.shared.Money;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Some accounts and how they stand. Pure: an entry changes all of them, or is refused. */
final class Book {
  private final Map<AccountKey, Counters> accounts = new HashMap<>();
  private final Map<AccountKey, Long> limits = new HashMap<>();

  /** How an account stands before the next entry. */
  void open(AccountKey account, Counters counters) {
    accounts.put(account, counters);
  }

  /**
   * @param limit in minor units; null for none
   */
  void limit(AccountKey account, @Nullable Long limit) {
    if (limit == null) {
      limits.remove(account);
    } else {
      limits.put(account, limit);
    }
  }

  Counters of(AccountKey account) {
    return accounts.getOrDefault(account, Counters.ZERO);
  }

  /**
   * Books an entry. An account that is beyond its limit, because that was lowered, takes what
   * brings it nearer.
   *
   * @return each leg's account after the leg
   * @throws Refusal.Rule {@code ledger-limit}, or {@code amount-out-of-range} where a counter would
   *     overflow
   */
  List<Counters> apply(EntryKind kind, List<Movement> movements) {
    Map<AccountKey, Counters> changed = new HashMap<>();
    List<Counters> after = new ArrayList<>();
    for (Movement movement : movements) {
      AccountKey account = movement.account();
      Counters before = changed.getOrDefault(account, of(account));
      Counters next = exact(account, () -> before.after(kind, movement));
      changed.put(account, next);
      after.add(next);
    }
    changed.forEach(this::requireLimit);
    accounts.putAll(changed);
    return after;
  }

  private void requireLimit(AccountKey account, Counters counters) {
    OptionalLong room = room(account, counters);
    if (room.isPresent()
        && room.getAsLong() < 0
        && room.getAsLong() < room(account, of(account)).orElse(0)) {
      throw new Refusal.Rule(
          ProblemType.LEDGER_LIMIT,
          "%s would be %s beyond its limit, holds counted"
              .formatted(account, new Money(-room.getAsLong(), account.currency())),
          Map.of("account", account.code().text()));
    }
  }

  private OptionalLong room(AccountKey account, Counters counters) {
    return exact(account, () -> account.code().kind().room(counters, limits.get(account)));
  }

  private static <T> T exact(AccountKey account, Supplier<T> sum) {
    try {
      return sum.get();
    } catch (ArithmeticException overflow) {
      throw new Refusal.Rule(
          ProblemType.AMOUNT_OUT_OF_RANGE,
          "the sums of %s would exceed what a 64-bit number holds".formatted(account));
    }
  }
}
