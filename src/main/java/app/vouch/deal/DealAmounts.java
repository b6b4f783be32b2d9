package app.vouch.deal;

import app.vouch.shared.Money;
import app.vouch.shared.MoneyView;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a deal is worth.
 *
 * @param firstYear only where it differs from the amount; always in the amount's currency
 * @param rate of that currency
 */
record DealAmounts(@Nullable Money amount, @Nullable Money firstYear, @Nullable DealRate rate) {
  static final DealAmounts NONE = new DealAmounts(null, null, null);

  @Nullable Money effectiveFirstYear() {
    return firstYear == null ? amount : firstYear;
  }

  /**
   * What stands after a change. When the amount's currency changes, a first year's amount in the
   * old currency and a rate of it mean nothing any more and are dropped.
   *
   * @throws Refusal.Rule {@code amount-out-of-range} below zero, {@code amount-precision}, {@code
   *     currency-mismatch} when both are sent, or the first year alone, in another currency
   */
  DealAmounts changedBy(
      @Nullable MoneyView newAmount, @Nullable MoneyView newFirstYear, @Nullable DealRate newRate) {
    Money whole = newAmount == null ? amount : parse("/amount", newAmount);
    Money sent = newFirstYear == null ? null : parse("/firstYearAmount", newFirstYear);
    if (sent != null && !sameCurrency(sent, whole)) {
      throw new Refusal.Rule(
          ProblemType.CURRENCY_MISMATCH,
          "/firstYearAmount is in %s, the amount in %s; send both in one currency"
              .formatted(sent.currency(), whole == null ? "none" : whole.currency()));
    }
    Money kept = firstYear != null && sameCurrency(firstYear, whole) ? firstYear : null;
    DealRate keptRate = amount == null || sameCurrency(amount, whole) ? rate : null;
    return new DealAmounts(whole, sent == null ? kept : sent, newRate == null ? keptRate : newRate);
  }

  /** Whether the amounts are the same, whatever the rate. */
  boolean sameWorth(DealAmounts other) {
    return Objects.equals(amount, other.amount) && Objects.equals(firstYear, other.firstYear);
  }

  private static boolean sameCurrency(Money money, @Nullable Money whole) {
    return whole == null || money.currency().equals(whole.currency());
  }

  private static Money parse(String pointer, MoneyView view) {
    Money money = view.toMoney(pointer);
    if (money.minor() < 0) {
      throw new Refusal.Rule(
          ProblemType.AMOUNT_OUT_OF_RANGE,
          "%s %s is below zero; a deal is worth nothing or more".formatted(pointer, money));
    }
    return money;
  }
}
