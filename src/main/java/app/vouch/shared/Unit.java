package app.vouch.shared;

import java.util.Currency;
import java.util.Optional;

/**
 * What an amount is counted in: a currency, or, for rewards that are no money, a unit of their own
 * such as {@code POINTS}, of which there are whole ones only.
 *
 * @param code of a currency three letters by ISO 4217; of another unit four to twelve letters
 * @param digits how many decimals it has
 */
public record Unit(String code, int digits) {
  /** No currency has such a code. */
  public static final String OTHER_PATTERN = "[A-Z][A-Z_]{2,10}[A-Z]";

  private static final int CURRENCY_LENGTH = 3;

  /**
   * From a stored code.
   *
   * @throws IllegalArgumentException when there is no such unit
   */
  public static Unit of(String code) {
    return find(code)
        .orElseThrow(() -> new IllegalArgumentException("no currency and no unit: " + code));
  }

  /**
   * A currency that has minor units.
   *
   * @throws Refusal.Invalid when there is none of that code
   */
  public static Unit currency(String pointer, String code) {
    return findCurrency(code)
        .orElseThrow(
            () ->
                new Refusal.Invalid(
                    pointer, "unknown-currency", "must be an ISO 4217 code such as \"USD\""));
  }

  /**
   * A currency or another unit.
   *
   * @throws Refusal.Invalid when it can be neither
   */
  public static Unit read(String pointer, String code) {
    return find(code)
        .orElseThrow(
            () ->
                new Refusal.Invalid(
                    pointer,
                    "unknown-currency",
                    "must be an ISO 4217 code such as \"USD\", or a unit such as \"POINTS\""));
  }

  public boolean isCurrency() {
    return code.length() == CURRENCY_LENGTH;
  }

  private static Optional<Unit> find(String code) {
    if (code.length() == CURRENCY_LENGTH) {
      return findCurrency(code);
    }
    return code.matches(OTHER_PATTERN) ? Optional.of(new Unit(code, 0)) : Optional.empty();
  }

  private static Optional<Unit> findCurrency(String code) {
    try {
      return Optional.of(Currency.getInstance(code))
          .filter(currency -> currency.getDefaultFractionDigits() >= 0)
          .map(currency -> new Unit(code, currency.getDefaultFractionDigits()));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return code;
  }
}
