package app.vouch.incentive.ledger;

import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Some accounts and how they stand. Pure: an entry changes all of them, or is refused. */
final class Book {
  private final Map<AccountKey, Counters> accounts = new HashMap<>();

  /** How an account stands before the next entry. */
  void open(AccountKey account, Counters counters) {
    accounts.put(account, counters);
  }

  Counters of(AccountKey account) {
    return accounts.getOrDefault(account, Counters.ZERO);
  }

  /**
   * Books an entry.
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
    changed.forEach(Book::requireLimit);
    accounts.putAll(changed);
    return after;
  }

  private static void requireLimit(AccountKey account, Counters counters) {
    if (!exact(account, () -> account.code().kind().allows(counters))) {
      throw new Refusal.Rule(
          ProblemType.LEDGER_LIMIT,
          "%s would fall %d minor units below zero, holds counted"
              .formatted(account, -counters.spendable()),
          Map.of("account", account.code().text()));
    }
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
