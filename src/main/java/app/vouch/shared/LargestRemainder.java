package app.vouch.shared;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Splits whole units by weights so that the parts always sum to the whole: every share is floored,
 * and the units that are missing go to the largest fractions, ties to the earlier part.
 */
public final class LargestRemainder {

  /**
   * @param units what to split; a negative number is split as its absolute value and negated
   * @param weights not negative, not all zero
   */
  public static List<Long> split(long units, List<BigInteger> weights) {
    BigInteger total = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
    if (total.signum() <= 0 || weights.stream().anyMatch(w -> w.signum() < 0)) {
      throw new IllegalArgumentException("weights must be >= 0 and not all zero: " + weights);
    }
    BigInteger whole = BigInteger.valueOf(units).abs();
    List<BigInteger> parts = new ArrayList<>();
    List<BigInteger> remainders = new ArrayList<>();
    for (BigInteger weight : weights) {
      BigInteger[] share = whole.multiply(weight).divideAndRemainder(total);
      parts.add(share[0]);
      remainders.add(share[1]);
    }
    BigInteger dealt = parts.stream().reduce(BigInteger.ZERO, BigInteger::add);
    int missing = whole.subtract(dealt).intValueExact();
    IntStream.range(0, parts.size())
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> remainders.get(i)).reversed())
        .limit(missing)
        .forEach(i -> parts.set(i, parts.get(i).add(BigInteger.ONE)));
    return parts.stream()
        .map(p -> units < 0 ? p.negate() : p)
        .map(BigInteger::longValueExact)
        .toList();
  }

  private LargestRemainder() {}
}
