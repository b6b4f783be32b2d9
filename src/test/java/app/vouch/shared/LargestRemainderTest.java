package app.vouch.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers are published ones: moneyphp's allocation, Adobe's attribution models. */
class LargestRemainderTest {
  private static final int CASES = 10_000;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5     | 70 30       | 4 1",
        "5     | 30 70       | 2 3",
        "800   | 1 1 1       | 267 267 266",
        "14000 | 40 20 40    | 5600 2800 5600",
        "6650  | 40 40       | 3325 3325",
        "-5    | 70 30       | -4 -1",
        "0     | 1 2         | 0 0",
        "1     | 1 1         | 1 0",
        "7     | 0 3 0       | 0 7 0",
        "5000  | 10 5 5 30   | 1000 500 500 3000",
        "100   | 25 75       | 25 75"
      })
  void shouldSplitAsPublished(long units, String weights, String parts) {
    assertThat(LargestRemainder.split(units, numbers(weights)))
        .isEqualTo(numbers(parts).stream().map(BigInteger::longValueExact).toList());
  }

  @Test
  void shouldSumToTheWholeAndStayWithinOneUnitWhateverTheWeights() {
    for (int seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      long units = random.nextLong(2 * Money.MAX_MINOR) - Money.MAX_MINOR;
      List<BigInteger> weights = new ArrayList<>(List.of(BigInteger.ONE));
      int further = random.nextInt(12);
      for (int i = 0; i < further; i++) {
        weights.add(new BigInteger(random.nextInt(90), random));
      }

      List<Long> parts = LargestRemainder.split(units, weights);

      assertThat(parts.stream().mapToLong(p -> p).sum()).as("seed %d", seed).isEqualTo(units);
      assertNear(seed, units, weights, parts);
    }
  }

  private static void assertNear(int seed, long units, List<BigInteger> weights, List<Long> parts) {
    BigInteger total = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
    for (int i = 0; i < parts.size(); i++) {
      BigInteger exact = BigInteger.valueOf(units).multiply(weights.get(i));
      BigInteger off = BigInteger.valueOf(parts.get(i)).multiply(total).subtract(exact).abs();
      assertThat(off.compareTo(total)).as("seed %d, part %d", seed, i).isNegative();
    }
  }

  @Test
  void shouldRefuseWhenThereIsNothingToSplitBy() {
    assertThatThrownBy(() -> LargestRemainder.split(5, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LargestRemainder.split(5, numbers("0 0")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LargestRemainder.split(5, numbers("2 -1")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<BigInteger> numbers(String text) {
    return Arrays.stream(text.split(" ", -1)).map(BigInteger::new).toList();
  }
}
