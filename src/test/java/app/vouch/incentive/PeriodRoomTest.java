package app.vouch.incentive;

import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.incentive.PeriodRoom.Granted;
import app.vouch.program.IsoAmount;
import app.vouch.program.RewardRule.PeriodCap;
import app.vouch.shared.Money;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 1,000.00 in any thirty days. */
class PeriodRoomTest {
  private static final PeriodRoom ROOM =
      new PeriodRoom(new PeriodCap(usd("1000.00"), new IsoAmount("P30D")), ZoneOffset.UTC);

  @Test
  void shouldLeaveTheCapWhenNothingWasGranted() {
    assertThat(left("2027-03-01")).isEqualTo(usd("1000.00"));
  }

  @Test
  void shouldCountWhatWasGrantedLessThanThePeriodAgo() {
    assertThat(left("2027-03-30", granted("2027-03-01", "400.00"))).isEqualTo(usd("600.00"));
    assertThat(left("2027-03-31", granted("2027-03-01", "400.00"))).isEqualTo(usd("1000.00"));
  }

  @Test
  void shouldLeaveNothingWhenMoreThanTheCapWasGranted() {
    assertThat(left("2027-03-02", granted("2027-03-01", "1000.01"))).isEqualTo(usd("0.00"));
  }

  @Test
  void shouldLeaveAnOlderRewardWhatTheFullestStretchThatItIsInLeaves() {
    assertThat(
            left(
                "2027-03-15",
                granted("2027-03-01", "300.00"),
                granted("2027-04-01", "500.00"),
                granted("2027-04-20", "900.00")))
        .isEqualTo(usd("500.00"));
  }

  private static Money left(String day, Granted... others) {
    return ROOM.left(at(day), List.of(others));
  }

  private static Granted granted(String day, String amount) {
    return new Granted(at(day), usd(amount));
  }

  private static Instant at(String day) {
    return Instant.parse(day + "T12:00:00Z");
  }

  private static Money usd(String amount) {
    return Money.parse("/amount", amount, "USD");
  }
}
