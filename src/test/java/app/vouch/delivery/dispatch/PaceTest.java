package app.vouch.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

  @Test
  void shouldLetEverythingBeginWhenThereIsNoLimit() {
    Pace pace = new Pace(null, NOW.plusSeconds(99));

    assertThat(pace.room(NOW)).isEqualTo(Integer.MAX_VALUE);
    assertThat(pace.after(5, NOW)).isEqualTo(NOW);
  }

  @Test
  void shouldLetASecondsWorthBeginAtOnceAfterAPause() {
    Pace pace = new Pace(Duration.ofMillis(100), NOW.minusSeconds(3600));

    assertThat(pace.room(NOW)).isEqualTo(10);
  }

  @Test
  void shouldLetOneBeginWhenTheRateIsSlow() {
    Duration interval = Duration.ofSeconds(30);
    Pace pace = new Pace(interval, NOW);

    assertThat(pace.room(NOW)).isEqualTo(1);
    Pace next = new Pace(interval, pace.after(1, NOW));
    assertThat(next.room(NOW.plusSeconds(29))).isZero();
    assertThat(next.room(NOW.plusSeconds(30))).isEqualTo(1);
  }

  /** However often and irregularly it is asked. */
  @Test
  void shouldNeverPassTheRateByMoreThanASecondsWorth() {
    Random random = new Random(7);
    for (int perMinute : new int[] {1, 7, 60, 600, 6_000, 60_000}) {
      Duration interval = Duration.ofMinutes(1).dividedBy(perMinute);
      Instant now = NOW;
      Instant freeAt = NOW;
      long begun = 0;
      for (int i = 0; i < 2_000; i++) {
        now = now.plusMillis(random.nextInt(200));
        Pace pace = new Pace(interval, freeAt);
        int taken = Math.min(pace.room(now), random.nextInt(50));
        if (taken > 0) {
          freeAt = pace.after(taken, now);
          begun += taken;
        }
        double fair = Duration.between(NOW, now).toMillis() / 60_000.0 * perMinute;
        assertThat((double) begun).isLessThanOrEqualTo(fair + Math.max(1, perMinute / 60.0) + 1);
      }
    }
  }
}
