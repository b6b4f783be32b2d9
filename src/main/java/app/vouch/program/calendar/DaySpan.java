package app.vouch.program.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * A part of a day, from its first minute to before its last.
 *
 * @param from minutes after midnight, 0 to 1439
 * @param to minutes after midnight, 1 to 1440, later than {@code from}
 */
record DaySpan(int from, int to) {
  static final int DAY = 24 * 60;
  static final String TIME_OF_DAY = "([01][0-9]|2[0-3]):[0-5][0-9]|24:00";

  DaySpan {
    if (from < 0 || to > DAY || from >= to) {
      throw new IllegalArgumentException("no part of a day: %d to %d".formatted(from, to));
    }
  }

  static DaySpan ofHours(int from, int to) {
    return new DaySpan(from * 60, to * 60);
  }

  /**
   * The minutes after midnight of a text such as {@code 09:30}.
   *
   * @param timeOfDay as {@link #TIME_OF_DAY} has it
   */
  static int minutes(String timeOfDay) {
    return Integer.parseInt(timeOfDay.substring(0, 2)) * 60
        + Integer.parseInt(timeOfDay.substring(3));
  }

  boolean overlaps(DaySpan other) {
    return from < other.to && other.from < to;
  }

  /** What of a date it is; empty where the clocks skip it. */
  Optional<OpenTime> on(LocalDate date, ZoneId zone) {
    ZonedDateTime opens = at(date, from, zone);
    ZonedDateTime closes = at(date, to, zone);
    return opens.isBefore(closes)
        ? Optional.of(new OpenTime(opens.toInstant(), closes.toInstant()))
        : Optional.empty();
  }

  /** A minute that the clocks skip is the first one after them; of two the earlier one counts. */
  static ZonedDateTime at(LocalDate date, int minute, ZoneId zone) {
    var local = date.atStartOfDay().plusMinutes(minute);
    var skipped = zone.getRules().getTransition(local);
    return skipped != null && skipped.isGap()
        ? skipped.getInstant().atZone(zone)
        : local.atZone(zone).withEarlierOffsetAtOverlap();
  }
}
