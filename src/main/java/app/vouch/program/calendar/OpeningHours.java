package app.vouch.program.calendar;

import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** The hours of a week: for each day its parts in their order, none where it is closed. */
final class OpeningHours {
  static final OpeningHours ORDINARY =
      new OpeningHours(
          week(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), List.of(DaySpan.ofHours(9, 17))));

  private final Map<DayOfWeek, List<DaySpan>> days = new EnumMap<>(DayOfWeek.class);

  /**
   * @throws IllegalArgumentException when no day is open
   */
  OpeningHours(Map<DayOfWeek, List<DaySpan>> week) {
    for (DayOfWeek day : DayOfWeek.values()) {
      days.put(
          day,
          week.getOrDefault(day, List.of()).stream()
              .sorted(Comparator.comparingInt(DaySpan::from))
              .toList());
    }
    if (days.values().stream().allMatch(List::isEmpty)) {
      throw new IllegalArgumentException("a week without hours");
    }
  }

  static Map<DayOfWeek, List<DaySpan>> week(Iterable<DayOfWeek> open, List<DaySpan> hours) {
    Map<DayOfWeek, List<DaySpan>> week = new EnumMap<>(DayOfWeek.class);
    open.forEach(day -> week.put(day, hours));
    return week;
  }

  List<DaySpan> of(DayOfWeek day) {
    return days.getOrDefault(day, List.of());
  }
}
