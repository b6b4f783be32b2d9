package app.vouch.delivery;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads the durations that callers give. */
final class Durations {

  /** Empty when it is none in ISO 8601, or is negative. */
  static Optional<Duration> parse(String text) {
    try {
      return Optional.of(Duration.parse(text)).filter(duration -> !duration.isNegative());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private Durations() {}
}
