package app.vouch.shared;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Times that callers send, made fit for the database: microseconds, years from 1970 to 9998. */
public final class Times {
  public static final String FORM =
      "must be a time such as 2026-11-22T09:30:00Z, from 1970 to 9998";

  public static final Instant FIRST = Instant.EPOCH;
  public static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

  /** Empty where the text is no such time. */
  public static Optional<Instant> parse(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant())
          .filter(Times::isInRange)
          .map(time -> time.truncatedTo(ChronoUnit.MICROS));
    } catch (DateTimeException notOne) {
      return Optional.empty();
    }
  }

  public static boolean isInRange(Instant time) {
    return !time.isBefore(FIRST) && time.isBefore(END);
  }

  /**
   * From a query parameter.
   *
   * @throws Refusal.Invalid when the text is no such time
   */
  public static @Nullable Instant parameter(String pointer, @Nullable String text) {
    return text == null
        ? null
        : parse(text).orElseThrow(() -> new Refusal.Invalid(pointer, "malformed", FORM));
  }

  private Times() {}
}
