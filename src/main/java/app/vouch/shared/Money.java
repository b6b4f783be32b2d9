package app.vouch.shared;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money, or of another unit that rewards are counted in.
 *
 * @param minor the amount in the currency's minor units, such as cents
 */
public record Money(long minor, Unit currency) {
  /** At most 10^15 minor units, so that sums of thousands of amounts stay exact. */
  public static final long MAX_MINOR = 1_000_000_000_000_000L;

  public static Money zero(Unit currency) {
    return new Money(0, currency);
  }

  public static Money ofMinor(long minor, String currency) {
    return new Money(minor, Unit.of(currency));
  }

  /**
   * @param amount in currency or units, rounded half up
   * @throws Refusal.Rule {@code amount-out-of-range}
   */
  public static Money rounded(BigDecimal amount, Unit currency) {
    BigDecimal minor =
        amount.movePointRight(currency.digits()).setScale(0, java.math.RoundingMode.HALF_UP);
    if (minor.abs().compareTo(BigDecimal.valueOf(MAX_MINOR)) > 0) {
      throw new Refusal.Rule(
          ProblemType.AMOUNT_OUT_OF_RANGE,
          "%s %s is larger than Vouch keeps exactly (%d minor units)"
              .formatted(amount.toPlainString(), currency, MAX_MINOR));
    }
    return new Money(minor.longValueExact(), currency);
  }

  /**
   * Reads a decimal amount.
   *
   * @throws Refusal.Invalid when the amount is no plain decimal or the currency is unknown
   * @throws Refusal.Rule {@code amount-precision} or {@code amount-out-of-range}
   */
  public static Money parse(String pointer, String amount, String currencyCode) {
    Unit currency = Unit.currency(pointer + "/currency", currencyCode);
    if (!amount.matches(MoneyView.AMOUNT_PATTERN)) {
      throw new Refusal.Invalid(
          pointer + "/amount", "not-a-decimal", "must be a plain decimal such as \"1250.00\"");
    }
    BigDecimal scaled =
        new BigDecimal(amount).movePointRight(currency.digits()).stripTrailingZeros();
    if (scaled.scale() > 0) {
      throw new Refusal.Rule(
          ProblemType.AMOUNT_PRECISION,
          "%s/amount %s has more than the %d decimals of %s"
              .formatted(pointer, amount, currency.digits(), currency));
    }
    if (scaled.abs().compareTo(BigDecimal.valueOf(MAX_MINOR)) > 0) {
      throw new Refusal.Rule(
          ProblemType.AMOUNT_OUT_OF_RANGE,
          "%s/amount %s is larger than Vouch keeps exactly (%d minor units)"
              .formatted(pointer, amount, MAX_MINOR));
    }
    return new Money(scaled.longValueExact(), currency);
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

  public Money max(Money other) {
    return minor >= same(other).minor ? this : other;
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

  /** Whole units of the currency, the rest left out. */
  public long whole() {
    return BigDecimal.valueOf(minor, currency.digits()).longValue();
  }

  /** The decimal text, with all the currency's digits, such as {@code 5000.00}. */
  public String decimal() {
    return BigDecimal.valueOf(minor, currency.digits()).toPlainString();
  }

  /**
   * @throws IllegalStateException when it is no money
   */
  public MoneyView view() {
    if (!currency.isCurrency()) {
      throw new IllegalStateException(this + " is no money");
    }
    return new MoneyView(decimal(), currency.code());
  }

  /** As callers see what may be no money. */
  public AmountView shown() {
    return currency.isCurrency()
        ? new AmountView(decimal(), currency.code(), null, null)
        : new AmountView(null, null, decimal(), currency.code());
  }

  /** As callers see what may be no money and may not be there. */
  public static @Nullable AmountView shown(@Nullable Long minor, @Nullable String unit) {
    return minor == null || unit == null ? null : ofMinor(minor, unit).shown();
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
