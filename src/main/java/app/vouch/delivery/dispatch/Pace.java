package app.vouch.delivery.dispatch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Keeps to a rate by one stored time, so that every replica keeps to the same: when the next
 * attempt would be due if they came evenly. A second's worth may come at once.
 *
 * <p>The generic cell rate algorithm, ITU-T I.371.
 *
 * @param interval between two attempts; null where there is no limit
 * @param freeAt when the next is due; in the past after a pause
 */
record Pace(@Nullable Duration interval, Instant freeAt) {
  private static final Duration BURST = Duration.ofSeconds(1);

  /** How many may begin now. */
  int room(Instant now) {
    if (interval == null) {
      return Integer.MAX_VALUE;
    }
    Duration ahead = Duration.between(from(now), now.plus(tolerance(interval)));
    return ahead.isNegative()
        ? 0
        : (int) Math.min(Integer.MAX_VALUE - 1, ahead.dividedBy(interval) + 1);
  }

  /** The stored time after so many began. */
  Instant after(int begun, Instant now) {
    return interval == null ? now : from(now).plus(interval.multipliedBy(begun));
  }

  private Instant from(Instant now) {
    return freeAt.isAfter(now) ? freeAt : now;
  }

  /** What fits into a burst comes early; a slow rate has no burst. */
  private static Duration tolerance(Duration interval) {
    return interval.compareTo(BURST) >= 0 ? Duration.ZERO : BURST.minus(interval);
  }
}
