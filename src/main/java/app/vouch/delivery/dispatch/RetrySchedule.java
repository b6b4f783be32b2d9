package app.vouch.delivery.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * When a failed delivery is tried again: by the schedule, up to a tenth later so that many do not
 * come at once, and not before the receiver wants it.
 */
final class RetrySchedule {
  private static final double JITTER = 0.1;

  /** A receiver can ask for a day at most. */
  private static final Duration LONGEST_WISH = Duration.ofHours(24);

  private final List<Duration> delays;
  private final DoubleSupplier random;

  /**
   * @param delays before each attempt, the first included
   * @param random from 0 to 1
   */
  RetrySchedule(List<Duration> delays, DoubleSupplier random) {
    this.delays = List.copyOf(delays);
    this.random = random;
  }

  /**
   * @param tries attempts that were made
   * @param wish how long the receiver wants to be left alone
   * @return empty when there are no attempts left
   */
  Optional<Duration> next(int tries, @Nullable Duration wish) {
    if (tries >= delays.size()) {
      return Optional.empty();
    }
    Duration planned = delays.get(tries);
    Duration base = wish != null && wish.compareTo(planned) > 0 ? wish : planned;
    return Optional.of(base.plusNanos((long) (base.toNanos() * JITTER * random.getAsDouble())));
  }

  /** Reads {@code Retry-After}: seconds or a date; what cannot be read is no wish. */
  static @Nullable Duration wish(@Nullable String retryAfter, Instant now) {
    if (retryAfter == null) {
      return null;
    }
    String text = retryAfter.strip();
    if (text.matches("[0-9]{1,9}")) {
      return bounded(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return bounded(Duration.between(now, until));
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static Duration bounded(Duration wish) {
    if (wish.isNegative()) {
      return Duration.ZERO;
    }
    return wish.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wish;
  }
}
