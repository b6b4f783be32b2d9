package app.vouch.incentive;

import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.program.IsoAmount;
import app.vouch.shared.Money;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClawbackShareTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Instant PAID = Instant.parse("2027-01-10T22:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "2027-01-10T23:00:00Z, 90, 3000.00",
    "2027-01-11T00:00:00Z, 89, 2966.67",
    "2027-02-24T12:00:00Z, 45, 1500.00",
    "2027-04-09T12:00:00Z, 1, 33.33",
    "2027-04-10T12:00:00Z, 0, 0.00",
  })
  void shouldTakeBackByTheDaysThatAreLeft(Instant now, long left, String taken) {
    ClawbackShare share = ClawbackShare.of(new IsoAmount("P90D"), PAID, now, LONDON);

    assertThat(share).isEqualTo(new ClawbackShare(90, left));
    assertThat(share.takenBack(usd("3000.00"))).isEqualTo(usd(taken));
  }

  @Test
  void shouldRoundHalfUp() {
    assertThat(new ClawbackShare(2, 1).takenBack(usd("0.01"))).isEqualTo(usd("0.01"));
    assertThat(new ClawbackShare(3, 1).takenBack(usd("0.01"))).isEqualTo(usd("0.00"));
    assertThat(
            new ClawbackShare(90, 89)
                .takenBack(new Money(Money.MAX_MINOR, usd("1").currency()))
                .minor())
        .isEqualTo(expected());
  }

  private static long expected() {
    return java.math.BigInteger.valueOf(Money.MAX_MINOR)
        .multiply(java.math.BigInteger.valueOf(178))
        .add(java.math.BigInteger.valueOf(90))
        .divide(java.math.BigInteger.valueOf(180))
        .longValueExact();
  }

  private static Money usd(String amount) {
    return Money.parse("/amount", amount, "USD");
  }
}
