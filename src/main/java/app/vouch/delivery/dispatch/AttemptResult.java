package app.vouch.delivery.dispatch;

import app.vouch.shared.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that is over.
 *
 * @param id of its record, so that it is recorded once also where the first answer to that got lost
 * @param status null when no answer came
 * @param error what is kept of it, at most 300 characters; null when it was delivered
 * @param refused whether our credentials were
 * @param requestHeaders JSON, without secrets; null where nothing was sent
 * @param delay until the next attempt, where there is one
 */
record AttemptResult(
    UUID id,
    Claim claim,
    Instant startedAt,
    Duration duration,
    @Nullable Integer status,
    @Nullable String error,
    @Nullable String excerpt,
    boolean refused,
    @Nullable String requestHeaders,
    Verdict verdict,
    Duration delay) {
  private static final int ERROR_LENGTH = 300;

  AttemptResult {
    error =
        error == null || error.length() <= ERROR_LENGTH
            ? error
            : Texts.excerpt(error.substring(0, ERROR_LENGTH));
  }

  Instant endedAt() {
    return startedAt.plus(duration);
  }
}
