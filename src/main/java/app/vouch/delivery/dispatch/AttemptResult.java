package app.vouch.delivery.dispatch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that is over.
 *
 * @param status null when no answer came
 * @param error null when it was delivered
 * @param delay until the next attempt, where there is one
 */
record AttemptResult(
    Claim claim,
    Instant startedAt,
    Duration duration,
    @Nullable Integer status,
    @Nullable String error,
    @Nullable String excerpt,
    Verdict verdict,
    Duration delay) {
  Instant endedAt() {
    return startedAt.plus(duration);
  }
}
