package app.vouch.shared;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money.
 *
 * @param minor the amount in the currency's minor units, such as cents
 */
public record Money(long minor, Currency currency) {
  /** At most 10^15 minor units, so that sums of thousands of amounts stay exact. */
  public static final long MAX_MINOR = 1_000_000_000_000_000L;

  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  public static Money ofMinor(long minor, String currency) {
    return new Money(minor, Currency.getInstance(currency));
  }

  /**
   * Reads a decimal amount.
   *
   * @throws Refusal.Invalid when the amount is no plain decimal or the currency is unknown
   * @throws Refusal.Rule {@code amount-precision} or {@code amount-out-of-range}
   */
  public static Money parse(String pointer, String amount, String currencyCode) {
    Currency currency = currency(pointer + "/currency", currencyCode);
    if (!amount.matches(MoneyView.AMOUNT_PATTERN)) {
      throw new Refusal.Invalid(
          pointer + "/amount", "not-a-decimal", "must be a plain decimal such as \"1250.00\"");
    }
    BigDecimal scaled =
        new BigDecimal(amount)
            .movePointRight(currency.getDefaultFractionDigits())
            .stripTrailingZeros();
    if (scaled.scale() > 0) {
      throw new Refusal.Rule(
          ProblemType.AMOUNT_PRECISION,
          "%s/amount %s has more than the %d decimals of %s"
              .formatted(pointer, amount, currency.getDefaultFractionDigits(), currency));
    }
    if (scaled.abs().compareTo(BigDecimal.valueOf(MAX_MINOR)) > 0) {
      throw new Refusal.Rule(
          ProblemType.AMOUNT_OUT_OF_RANGE,
          "%s/amount %s is larger than Vouch keeps exactly (%d minor units)"
              .formatted(pointer, amount, MAX_MINOR));
    }
    return new Money(scaled.longValueExact(), currency);
  }

  /**
   * A currency that has minor units, by its ISO 4217 code.
   *
   * @throws Refusal.Invalid when there is none
   */
  public static Currency currency(String pointer, String code) {
    return find(code)
        .orElseThrow(
            () ->
                new Refusal.Invalid(
                    pointer, "unknown-currency", "must be an ISO 4217 code such as \"USD\""));
  }

  private static Optional<Currency> find(String code) {
    try {
      return Optional.of(Currency.getInstance(code)).filter(c -> c.getDefaultFractionDigits() >= 0);
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(minor, same(other).minor), currency);
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(minor, same(other).minor), currency);
  }

  public Money negated() {
    return new Money(Math.negateExact(minor), currency);
  }

  public Money min(Money other) {
    return minor <= same(other).minor ? this : other;
  }

  /**
   * Splits without losing a unit: largest remainder, ties to the earlier part. A negative amount is
   * split as its absolute value and negated.
   *
   * @param weights not negative, not all zero
   */
  public List<Money> split(List<java.math.BigInteger> weights) {
    return LargestRemainder.split(minor, weights).stream()
        .map(part -> new Money(part, currency))
        .toList();
  }

  public boolean isZero() {
    return minor == 0;
  }

  public boolean isPositive() {
    return minor > 0;
  }

  public boolean isNegative() {
    return minor < 0;
  }

  /** The decimal text, with all the currency's digits, such as {@code 5000.00}. */
  public String decimal() {
    return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()).toPlainString();
  }

  public MoneyView view() {
    return new MoneyView(decimal(), currency.getCurrencyCode());
  }

  public static @Nullable MoneyView viewOf(@Nullable Long minor, @Nullable String currency) {
    return minor == null || currency == null ? null : ofMinor(minor, currency).view();
  }

  private Money same(Money other) {
    if (!currency.equals(other.currency)) {
      throw new Refusal.Rule(
          ProblemType.CURRENCY_MISMATCH, currency + " and " + other.currency + " do not mix");
    }
    return other;
  }

  @Override
  public String toString() {
    return decimal() + " " + currency;
  }
}
