package app.vouch.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
  private static final List<Duration> SPECIFIED =
      Stream.of("PT0S", "PT5S", "PT5M", "PT30M", "PT2H", "PT5H", "PT10H", "PT14H", "PT20H", "PT24H")
          .map(Duration::parse)
          .toList();
  private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");

  @Test
  void shouldMakeTenAttemptsOverTheTimeOfTheSpecification() {
    RetrySchedule schedule = new RetrySchedule(SPECIFIED, () -> 0);
    List<Duration> delays = new ArrayList<>();
    Optional<Duration> next = schedule.next(1, null);
    while (next.isPresent()) {
      delays.add(next.get());
      next = schedule.next(delays.size() + 1, null);
    }

    assertThat(delays).isEqualTo(SPECIFIED.subList(1, 10));
    assertThat(delays.stream().reduce(Duration.ZERO, Duration::plus))
        .isEqualTo(Duration.parse("PT75H35M5S"));
  }

  @Test
  void shouldBeAtMostATenthLate() {
    RetrySchedule late = new RetrySchedule(SPECIFIED, () -> 1);

    assertThat(late.next(2, null)).contains(Duration.ofSeconds(330));
  }

  @Test
  void shouldHonourTheReceiversWishWithinBounds() {
    RetrySchedule schedule = new RetrySchedule(SPECIFIED, () -> 0);

    assertThat(schedule.next(1, RetrySchedule.wish("60", NOW))).contains(Duration.ofSeconds(60));
    assertThat(schedule.next(2, RetrySchedule.wish("1", NOW))).contains(Duration.ofMinutes(5));
    assertThat(schedule.next(1, RetrySchedule.wish("999999999", NOW)))
        .contains(Duration.ofHours(24));
    assertThat(schedule.next(10, RetrySchedule.wish("60", NOW))).isEmpty();
    assertThat(RetrySchedule.wish("Sun, 22 Nov 2026 09:40:00 GMT", NOW))
        .isEqualTo(Duration.ofMinutes(10));
    assertThat(RetrySchedule.wish("Sun, 22 Nov 2026 09:20:00 GMT", NOW)).isZero();
    assertThat(RetrySchedule.wish("soon", NOW)).isNull();
    assertThat(RetrySchedule.wish(null, NOW)).isNull();
  }
}
