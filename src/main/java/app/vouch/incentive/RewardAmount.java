package app.vouch.incentive;

import app.vouch.program.RewardRule;
import app.vouch.program.RewardRule.AmountType;
import app.vouch.program.RewardRule.Split;
import app.vouch.shared.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a rule makes of an amount and a credit: exact until the end, rounded half up to the minor
 * unit, then the cap. Pure.
 *
 * @param computed before the cap; null where there is nothing to take a percentage of, or it is in
 *     another currency than the program's
 * @param rateMissing whether it only lacks a rate of exchange
 */
record RewardAmount(
    @Nullable Money computed, @Nullable Money amount, boolean capApplied, boolean rateMissing) {
  private static final RewardAmount UNKNOWN = new RewardAmount(null, null, false, false);
  private static final RewardAmount RATE_MISSING = new RewardAmount(null, null, false, true);

  /** A share of a deal; {@link #WHOLE} where nothing is shared. */
  record Credit(BigInteger numerator, BigInteger denominator) {
    static final Credit WHOLE = new Credit(BigInteger.ONE, BigInteger.ONE);

    Credit {
      if (numerator.signum() < 0 || denominator.signum() <= 0) {
        throw new IllegalArgumentException(
            "a credit is a fraction from 0: " + numerator + "/" + denominator);
      }
    }

    Credit plus(Credit other) {
      BigInteger over = denominator.multiply(other.denominator);
      BigInteger sum =
          numerator.multiply(other.denominator).add(other.numerator.multiply(denominator));
      BigInteger common = sum.gcd(over);
      return new Credit(sum.divide(common), over.divide(common));
    }
  }

  /**
   * @param base what a percentage is taken of; null where it is not known
   */
  static RewardAmount of(RewardRule rule, Currency currency, @Nullable Money base, Credit credit) {
    Credit share = rule.split() == Split.BY_CREDIT ? credit : Credit.WHOLE;
    if (rule.amount().type() == AmountType.FIXED) {
      Money value = Objects.requireNonNull(rule.amount().value());
      return capped(rule, times(value, BigDecimal.ONE, share));
    }
    if (base == null || !base.isPositive()) {
      return UNKNOWN;
    }
    if (!base.currency().equals(currency)) {
      return RATE_MISSING;
    }
    BigDecimal fraction = Objects.requireNonNull(rule.amount().percent()).movePointLeft(2);
    return capped(rule, times(base, fraction, share));
  }

  private static RewardAmount capped(RewardRule rule, Money computed) {
    Money cap = rule.cap();
    Money amount = cap == null ? computed : computed.min(cap);
    return new RewardAmount(computed, amount, !amount.equals(computed), false);
  }

  /** Half up: (2n + d) / 2d for what is not negative. */
  private static Money times(Money money, BigDecimal fraction, Credit credit) {
    BigDecimal plain = fraction.setScale(Math.max(fraction.scale(), 0));
    BigInteger numerator =
        BigInteger.valueOf(money.minor())
            .multiply(plain.unscaledValue())
            .multiply(credit.numerator());
    BigInteger denominator = BigInteger.TEN.pow(plain.scale()).multiply(credit.denominator());
    BigInteger rounded = numerator.shiftLeft(1).add(denominator).divide(denominator.shiftLeft(1));
    return new Money(rounded.longValueExact(), money.currency());
  }

  /** The same, of which a reward carries a part. */
  RewardAmount carrying(Money part) {
    return new RewardAmount(computed, part, capApplied, rateMissing);
  }

  /** Whether there is something to grant, now or when a rate is known. */
  boolean grants() {
    return rateMissing || (amount != null && amount.isPositive());
  }
}
