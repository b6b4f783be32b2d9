package app.vouch.program.calendar;

import app.vouch.shared.FieldError;
import app.vouch.shared.Refusal;
import app.vouch.shared.TimeZones;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes a calendar out of a document: fills in the defaults and names every fault. */
final class CalendarReader {
  private final List<FieldError> faults = new ArrayList<>();
  private final CalendarDocument document;

  private CalendarReader(CalendarDocument document) {
    this.document = document;
  }

  /**
   * @param document within the bounds of its record
   * @throws Refusal.Invalid naming every fault
   */
  static BusinessCalendar read(CalendarDocument document) {
    CalendarReader reader = new CalendarReader(document);
    reader.name();
    ZoneId zone = reader.zone();
    OpeningHours hours = reader.hours();
    QuietHours quiet = reader.quiet(hours);
    Holidays holidays = reader.holidays();
    if (!reader.faults.isEmpty()) {
      throw new Refusal.Invalid(reader.faults);
    }
    return new BusinessCalendar(zone, hours, holidays, quiet);
  }

  /** With the defaults of what was left out, days in their order. */
  static CalendarDocument complete(CalendarDocument given) {
    WeekHours hours = given.hours() == null ? WeekHours.ordinary() : given.hours();
    return new CalendarDocument(
        String.valueOf(given.name()).strip(),
        given.timeZone(),
        new WeekHours(
            hours.of(DayOfWeek.MONDAY),
            hours.of(DayOfWeek.TUESDAY),
            hours.of(DayOfWeek.WEDNESDAY),
            hours.of(DayOfWeek.THURSDAY),
            hours.of(DayOfWeek.FRIDAY),
            hours.of(DayOfWeek.SATURDAY),
            hours.of(DayOfWeek.SUNDAY)),
        given.holidayCountry(),
        given.holidaySubdivision(),
        List.copyOf(extra(given)),
        given.quietHours());
  }

  private void fault(String pointer, String code, String message) {
    faults.add(new FieldError(pointer, code, message));
  }

  private void name() {
    if (document.name() == null || document.name().isBlank()) {
      fault("/name", "required", "must not be blank");
    }
  }

  private ZoneId zone() {
    return TimeZones.of(String.valueOf(document.timeZone()))
        .orElseGet(
            () -> {
              fault(
                  "/timeZone",
                  "unknown-time-zone",
                  "must be an IANA time zone such as \"Europe/London\"");
              return ZoneOffset.UTC;
            });
  }

  private OpeningHours hours() {
    WeekHours given = document.hours();
    if (given == null) {
      return OpeningHours.ORDINARY;
    }
    Map<DayOfWeek, List<DaySpan>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, day("/hours/" + WeekHours.member(day), given.of(day)));
    }
    if (week.values().stream().allMatch(List::isEmpty)) {
      if (faults.isEmpty()) {
        fault("/hours", "required", "must be open on at least one day");
      }
      return OpeningHours.ORDINARY;
    }
    return new OpeningHours(week);
  }

  private List<DaySpan> day(String pointer, List<HoursSpan> given) {
    List<DaySpan> day = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      HoursSpan text = given.get(i);
      if (text.fromMinute() >= text.toMinute()) {
        fault(
            pointer + "/" + i + "/to",
            "out-of-bounds",
            "must be later than from; a night is two parts, to 24:00 and from 00:00");
        continue;
      }
      DaySpan span = new DaySpan(text.fromMinute(), text.toMinute());
      if (day.stream().anyMatch(span::overlaps)) {
        fault(
            pointer + "/" + i,
            "overlap",
            "%s to %s overlaps another part of the day".formatted(text.from(), text.to()));
      }
      day.add(span);
    }
    return day;
  }

  private @Nullable QuietHours quiet(OpeningHours hours) {
    HoursSpan given = document.quietHours();
    if (given == null) {
      return null;
    }
    if (given.fromMinute() == given.toMinute() || given.fromMinute() == DaySpan.DAY) {
      fault("/quietHours", "out-of-bounds", "must begin before 24:00, and not when they end");
      return null;
    }
    QuietHours quiet = new QuietHours(given.fromMinute(), given.toMinute());
    if (!leavesTime(quiet, hours)) {
      fault("/quietHours", "out-of-bounds", "must leave some of the opening hours");
    }
    return quiet;
  }

  private static boolean leavesTime(QuietHours quiet, OpeningHours hours) {
    return Set.of(DayOfWeek.values()).stream()
        .flatMap(day -> hours.of(day).stream())
        .flatMapToInt(span -> IntStream.range(span.from(), span.to()))
        .anyMatch(minute -> !quiet.contains(LocalTime.MIN.plusMinutes(minute)));
  }

  private Holidays holidays() {
    Set<LocalDate> extra = extra(document);
    return country().and(extra::contains);
  }

  private static Set<LocalDate> extra(CalendarDocument document) {
    return document.extraHolidays() == null ? Set.of() : new TreeSet<>(document.extraHolidays());
  }

  private Holidays country() {
    String country = document.holidayCountry();
    String subdivision = document.holidaySubdivision();
    if (country == null) {
      if (subdivision != null) {
        fault("/holidaySubdivision", "out-of-bounds", "needs a holidayCountry");
      }
      return Holidays.NONE;
    }
    if (!CountryHolidays.isCountry(country)) {
      fault(
          "/holidayCountry",
          "unknown-country",
          "must be a country of ISO 3166-1 in two capital letters, such as \"GB\"");
      return Holidays.NONE;
    }
    return CountryHolidays.of(country, subdivision)
        .orElseGet(
            () -> {
              fault("/holidaySubdivision", "unknown-subdivision", choices(country));
              return Holidays.NONE;
            });
  }

  private static String choices(String country) {
    Set<String> known = CountryHolidays.subdivisions(country);
    return known.isEmpty()
        ? "must be left out; no part of %s has holidays of its own".formatted(country)
        : "must be one of " + String.join(", ", known);
  }
}
