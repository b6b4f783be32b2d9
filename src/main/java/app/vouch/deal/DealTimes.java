package app.vouch.deal;

import app.vouch.shared.Refusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Times that a CRM sends, made fit for the database: microseconds, four-digit years. */
final class DealTimes {
  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

  /**
   * @throws Refusal.Invalid when the year is out of range
   */
  static @Nullable Instant checked(String pointer, @Nullable Instant time) {
    if (time == null) {
      return null;
    }
    if (time.isBefore(FIRST) || !time.isBefore(END)) {
      throw new Refusal.Invalid(pointer, "out-of-bounds", "must be from 1970 to 9998");
    }
    return time.truncatedTo(ChronoUnit.MICROS);
  }

  private DealTimes() {}
}
