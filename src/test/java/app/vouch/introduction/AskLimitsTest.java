package app.vouch.introduction;

import static app.vouch.introduction.AskLimits.Limit.ASKS_PER_90_DAYS;
import static app.vouch.introduction.AskLimits.Limit.COOL_DOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.vouch.introduction.AskLimits.Broken;
import app.vouch.program.ConnectorProtection;
import app.vouch.program.IsoAmount;
import app.vouch.shared.Money;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AskLimitsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Duration QUARTER = Duration.ofDays(90);

  private static AskLimits limits(int asks, String coolDown, @Nullable Money floor) {
    return new AskLimits(
        new ConnectorProtection(asks, new IsoAmount(coolDown), floor, Set.of(), true, null),
        ZoneId.of("Europe/London"));
  }

  /** The oldest first. */
  private static List<Instant> daysAgo(int... days) {
    return Arrays.stream(days).mapToObj(d -> NOW.minus(Duration.ofDays(d))).toList();
  }

  @Test
  void shouldFreeAPlaceWhenTheOldestAskLeavesTheWindow() {
    List<Instant> asks = daysAgo(80, 50, 20);

    assertThat(limits(4, "P0D", null).broken(asks, NOW)).isEmpty();
    assertThat(limits(3, "P0D", null).broken(asks, NOW))
        .contains(new Broken(ASKS_PER_90_DAYS, asks.getFirst().plus(QUARTER)));
    assertThat(limits(2, "P0D", null).broken(asks, NOW))
        .contains(new Broken(ASKS_PER_90_DAYS, asks.get(1).plus(QUARTER)));
  }

  @Test
  void shouldCountNinetyDaysBackAndNoMore() {
    assertThat(limits(1, "P0D", null).broken(daysAgo(90), NOW)).isEmpty();
    Instant justInside = NOW.minus(QUARTER).plusNanos(1000);
    assertThat(limits(1, "P0D", null).broken(List.of(justInside), NOW))
        .contains(new Broken(ASKS_PER_90_DAYS, justInside.plus(QUARTER)));
  }

  @Test
  void shouldNeverFreeWhereNobodyMayAsk() {
    assertThat(limits(0, "P0D", null).broken(List.of(), NOW))
        .contains(new Broken(ASKS_PER_90_DAYS, null));
  }

  @Test
  void shouldCoolDownFromTheLastAsk() {
    assertThat(limits(9, "P14D", null).broken(daysAgo(40, 14), NOW)).isEmpty();
    assertThat(limits(9, "P14D", null).broken(daysAgo(40, 13), NOW))
        .contains(new Broken(COOL_DOWN, NOW.plus(Duration.ofDays(1))));
  }

  @Test
  void shouldNameTheLimitThatHoldsLonger() {
    List<Instant> asks = daysAgo(30);

    assertThat(limits(1, "P40D", null).broken(asks, NOW).orElseThrow().limit())
        .isEqualTo(ASKS_PER_90_DAYS);
    assertThat(limits(1, "P120D", null).broken(asks, NOW).orElseThrow().limit())
        .isEqualTo(COOL_DOWN);
    assertThat(limits(1, "P120D", null).since(NOW)).isBefore(NOW.minus(Duration.ofDays(119)));
  }

  @Test
  void shouldRefuseSmallerDealsThanTheFloor() {
    AskLimits limits = limits(4, "P14D", Money.ofMinor(1_000_000, "USD"));

    limits.checkFloor(null);
    limits.checkFloor(Money.ofMinor(1_000_000, "USD"));
    limits(4, "P14D", null).checkFloor(Money.ofMinor(1, "EUR"));
    assertThatThrownBy(() -> limits.checkFloor(Money.ofMinor(999_999, "USD")))
        .isInstanceOfSatisfying(
            Refusal.Rule.class,
            refused -> {
              assertThat(refused.type()).isEqualTo(ProblemType.CONNECTOR_LIMIT);
              assertThat(refused.facts())
                  .isEqualTo(
                      Map.of(
                          "limit", "DEAL_FLOOR", "floor", Money.ofMinor(1_000_000, "USD").view()));
            });
    assertThatThrownBy(() -> limits.checkFloor(Money.ofMinor(2_000_000, "EUR")))
        .isInstanceOfSatisfying(
            Refusal.Rule.class,
            refused -> assertThat(refused.type()).isEqualTo(ProblemType.CURRENCY_MISMATCH));
  }
}
