package app.vouch.deal;

import app.vouch.shared.Refusal;
import app.vouch.shared.Times;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Times that a CRM sends, made fit for the database: microseconds, four-digit years. */
final class DealTimes {
  /**
   * @throws Refusal.Invalid when the year is out of range
   */
  static @Nullable Instant checked(String pointer, @Nullable Instant time) {
    if (time == null) {
      return null;
    }
    if (!Times.isInRange(time)) {
      throw new Refusal.Invalid(pointer, "out-of-bounds", "must be from 1970 to 9998");
    }
    return time.truncatedTo(ChronoUnit.MICROS);
  }

  private DealTimes() {}
}
