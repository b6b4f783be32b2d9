package app.vouch.program.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The time of day in which nobody wants a message.
 *
 * @param from minutes after midnight
 * @param to minutes after midnight; before {@code from} where the night lies between
 */
record QuietHours(int from, int to) {
  QuietHours {
    if (from < 0 || to < 0 || from >= DaySpan.DAY || to > DaySpan.DAY || from == to) {
      throw new IllegalArgumentException("no quiet hours: %d to %d".formatted(from, to));
    }
  }

  boolean contains(LocalTime time) {
    int minute = time.toSecondOfDay() / 60;
    return from < to ? from <= minute && minute < to : from <= minute || minute < to;
  }

  /** When the quiet hours that hold a moment are over; always later than it. */
  Instant end(Instant at, ZoneId zone) {
    ZonedDateTime local = at.atZone(zone);
    boolean tomorrow = from > to && local.toLocalTime().toSecondOfDay() / 60 >= from;
    LocalDate date = local.toLocalDate().plusDays(tomorrow ? 1 : 0);
    ZonedDateTime end = DaySpan.at(date, to, zone);
    return (end.toInstant().isAfter(at) ? end : end.withLaterOffsetAtOverlap()).toInstant();
  }
}
