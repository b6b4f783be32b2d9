package app.vouch.attribution;

import java.math.BigInteger;
import java.util.List;

/** An exact part of a whole, in lowest terms. */
record Share(BigInteger numerator, BigInteger denominator) {
  static final Share NONE = new Share(BigInteger.ZERO, BigInteger.ONE);
  static final Share WHOLE = new Share(BigInteger.ONE, BigInteger.ONE);

  Share {
    if (denominator.signum() <= 0 || numerator.signum() < 0) {
      throw new IllegalArgumentException(
          "a share is not negative, got %s/%s".formatted(numerator, denominator));
    }
    BigInteger common = numerator.gcd(denominator);
    numerator = numerator.divide(common);
    denominator = denominator.divide(common);
  }

  static Share of(long numerator, long denominator) {
    return new Share(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  /**
   * From the text form.
   *
   * @see #toString()
   */
  static Share parse(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? new Share(new BigInteger(text), BigInteger.ONE)
        : new Share(
            new BigInteger(text.substring(0, slash)), new BigInteger(text.substring(slash + 1)));
  }

  Share plus(Share other) {
    return new Share(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  boolean isNone() {
    return numerator.signum() == 0;
  }

  /** Whole numbers in the same proportion, to split money by. */
  static List<BigInteger> weights(List<Share> shares) {
    BigInteger common = BigInteger.ONE;
    for (Share share : shares) {
      common = common.divide(common.gcd(share.denominator)).multiply(share.denominator);
    }
    BigInteger base = common;
    return shares.stream().map(s -> s.numerator.multiply(base.divide(s.denominator))).toList();
  }

  /** Such as {@code 1/3}, or {@code 1} for the whole. */
  @Override
  public String toString() {
    return denominator.equals(BigInteger.ONE)
        ? numerator.toString()
        : numerator + "/" + denominator;
  }
}
