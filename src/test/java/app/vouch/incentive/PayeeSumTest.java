package app.vouch.incentive;

import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.incentive.PayeeSum.Counted;
import app.vouch.shared.Money;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The published boundary: 1,000.00 in twelve months without a written agreement. */
class PayeeSumTest {
  private static final Instant JUNE = Instant.parse("2027-06-01T00:00:00Z");
  private static final Instant JULY = Instant.parse("2027-07-01T00:00:00Z");

  @Test
  void shouldFitUpToTheLimitAndNotACentMore() {
    assertThat(sum("999.99").fits()).isTrue();
    assertThat(sum("1000.00").fits()).isTrue();
    assertThat(sum("1000.01").fits()).isFalse();
  }

  @Test
  void shouldCountWhatIsInTheWindow() {
    assertThat(sum("0.01", counted(JUNE, "999.99")).fits()).isTrue();
    assertThat(sum("0.02", counted(JUNE, "999.99")).fits()).isFalse();
  }

  @Test
  void shouldFitWhenEnoughHasLeftTheWindow() {
    PayeeSum sum = sum("500.00", counted(JULY, "600.00"), counted(JUNE, "400.00"));

    assertThat(sum.counted()).isEqualTo(usd("1000.00"));
    assertThat(sum.fitsFrom()).contains(JULY);
    assertThat(sum("400.00", counted(JULY, "600.00"), counted(JUNE, "400.00")).fitsFrom())
        .contains(JUNE);
  }

  @Test
  void shouldNeverFitWhenItIsAboveTheLimitByItself() {
    assertThat(sum("1000.01", counted(JUNE, "1.00")).fitsFrom()).isEmpty();
  }

  private static PayeeSum sum(String amount, Counted... earlier) {
    return new PayeeSum(usd("1000.00"), usd(amount), List.of(earlier));
  }

  private static Counted counted(Instant leavesAt, String amount) {
    return new Counted(leavesAt, usd(amount));
  }

  private static Money usd(String amount) {
    return Money.parse("/amount", amount, "USD");
  }
}
