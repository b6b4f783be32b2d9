package app.vouch.incentive;

import app.vouch.shared.AmountView;
import app.vouch.shared.Money;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a simulation found out in all; the result of its last item, which is about the version.
 *
 * @param deals how many of the program it went through
 * @param faulty how many of them it could not compute, in whole or in part
 * @param more whether the span holds more deals of the program than it was to go through
 * @param wouldGrant a sum for each currency
 * @param granted a sum for each currency
 */
record SimulationTotals(
    int deals, int faulty, boolean more, List<AmountView> wouldGrant, List<AmountView> granted) {

  /**
   * @param computed those of which there is a result
   */
  static SimulationTotals of(int deals, boolean more, List<SimulatedDeal> computed) {
    int whole = (int) computed.stream().filter(deal -> deal.faulty().isEmpty()).count();
    return new SimulationTotals(
        deals,
        deals - whole,
        more,
        sums(
            computed.stream()
                .flatMap(deal -> deal.wouldGrant().stream())
                .map(SimulatedReward::amount)),
        sums(
            computed.stream()
                .flatMap(deal -> deal.granted().stream())
                .map(SimulatedDeal.Granted::amount)));
  }

  private static List<AmountView> sums(Stream<@Nullable AmountView> amounts) {
    Map<String, Money> sums = new TreeMap<>();
    amounts
        .filter(Objects::nonNull)
        .map(amount -> amount.toMoney("/amount"))
        .forEach(amount -> sums.merge(amount.currency().code(), amount, Money::plus));
    return sums.values().stream().map(Money::shown).toList();
  }
}
