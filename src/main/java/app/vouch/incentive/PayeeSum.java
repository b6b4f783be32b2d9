package app.vouch.incentive;

import app.vouch.shared.Money;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a payee gets in a window of time, against the most that they may get in it. Pure.
 *
 * @param limit what is still allowed
 * @param amount of the reward that is asked about
 * @param earlier what counts besides it
 */
record PayeeSum(Money limit, Money amount, List<Counted> earlier) {

  /**
   * @param leavesAt when it is out of the window
   */
  record Counted(Instant leavesAt, Money amount) {}

  Money counted() {
    return earlier.stream().map(Counted::amount).reduce(Money.zero(limit.currency()), Money::plus);
  }

  boolean fits() {
    return fits(counted());
  }

  /** When enough will have left the window; empty where the reward alone is above the limit. */
  Optional<Instant> fitsFrom() {
    Money left = counted();
    for (Counted one : earlier.stream().sorted(Comparator.comparing(Counted::leavesAt)).toList()) {
      left = left.minus(one.amount());
      if (fits(left)) {
        return Optional.of(one.leavesAt());
      }
    }
    return Optional.empty();
  }

  private boolean fits(Money besides) {
    return !besides.plus(amount).minus(limit).isPositive();
  }
}
