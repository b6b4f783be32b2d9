package app.vouch.incentive;

import app.vouch.deal.DealRate;
import app.vouch.program.RewardRule;
import app.vouch.program.RewardRule.Split;
import app.vouch.program.RewardRule.Step;
import app.vouch.program.RewardRule.TierBasis;
import app.vouch.shared.Money;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import app.vouch.shared.Unit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a rule makes of an amount and a credit: exact until the end, rounded half up to the minor
 * unit, then the caps. Pure.
 *
 * @param computed before the caps; null where there is nothing to take a percentage of, or it is in
 *     another currency than the program's and there is no rate
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
   * @param deal what the deal is worth, for the least that it must be; null where it is not known
   * @param base what a percentage is taken of; null where it is not known
   * @param rate of their currency; null where none is known or needed
   * @param terms what earlier rewards leave for this one
   */
  record Inputs(
      @Nullable Money deal,
      @Nullable Money base,
      @Nullable DealRate rate,
      Credit credit,
      PeriodTerms terms) {

    /** What the amount's minor units are multiplied by; null where there is no rate. */
    @Nullable BigDecimal exchange(Money amount, Unit currency) {
      if (amount.currency().equals(currency)) {
        return BigDecimal.ONE;
      }
      int shift = currency.digits() - amount.currency().digits();
      return rate == null || !rate.to().equals(currency)
          ? null
          : rate.value().movePointRight(shift);
    }
  }

  static RewardAmount of(RewardRule rule, Unit currency, Inputs inputs) {
    Money minimum = rule.minimumDeal();
    if (minimum != null || rule.amount().by() == TierBasis.VALUE) {
      Money deal = inputs.deal();
      BigDecimal exchange = deal == null ? null : inputs.exchange(deal, currency);
      if (deal == null) {
        return UNKNOWN;
      }
      if (exchange == null) {
        return RATE_MISSING;
      }
      if (minimum != null && isBelow(deal, exchange, minimum)) {
        return UNKNOWN;
      }
    }
    Credit share = rule.split() == Split.BY_CREDIT ? inputs.credit() : Credit.WHOLE;
    Step step = rule.amount().step(inputs.terms().reached());
    if (step.value() != null) {
      return capped(
          rule,
          times(step.value(), BigDecimal.ONE, share, step.value().currency()),
          inputs.terms());
    }
    Money base = inputs.base();
    if (base == null || !base.isPositive()) {
      return UNKNOWN;
    }
    BigDecimal exchange = inputs.exchange(base, currency);
    if (exchange == null) {
      return RATE_MISSING;
    }
    BigDecimal fraction = Objects.requireNonNull(step.percent()).movePointLeft(2);
    return capped(rule, times(base, fraction.multiply(exchange), share, currency), inputs.terms());
  }

  private static boolean isBelow(Money deal, BigDecimal exchange, Money least) {
    return BigDecimal.valueOf(deal.minor())
            .multiply(exchange)
            .compareTo(BigDecimal.valueOf(least.minor()))
        < 0;
  }

  private static RewardAmount capped(RewardRule rule, Money computed, PeriodTerms terms) {
    Money amount = computed;
    for (Money most : Arrays.asList(rule.cap(), terms.left())) {
      amount = most == null ? amount : amount.min(most);
    }
    return new RewardAmount(computed, amount, !amount.equals(computed), false);
  }

  /**
   * Half up: (2n + d) / 2d for what is not negative.
   *
   * @throws Refusal.Rule {@code amount-out-of-range}
   */
  private static Money times(Money money, BigDecimal fraction, Credit credit, Unit currency) {
    BigDecimal plain = fraction.setScale(Math.max(fraction.scale(), 0));
    BigInteger numerator =
        BigInteger.valueOf(money.minor())
            .multiply(plain.unscaledValue())
            .multiply(credit.numerator());
    BigInteger denominator = BigInteger.TEN.pow(plain.scale()).multiply(credit.denominator());
    BigInteger rounded = numerator.shiftLeft(1).add(denominator).divide(denominator.shiftLeft(1));
    if (rounded.compareTo(BigInteger.valueOf(Money.MAX_MINOR)) > 0) {
      throw new Refusal.Rule(
          ProblemType.AMOUNT_OUT_OF_RANGE,
          "the reward for %s would be %s minor units of %s, which is larger than Vouch keeps exactly"
              .formatted(money, rounded, currency));
    }
    return new Money(rounded.longValueExact(), currency);
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
