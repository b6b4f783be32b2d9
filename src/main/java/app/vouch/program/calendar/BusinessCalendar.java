package app.vouch.program.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When people work. A moment is open from an opening to before its closing; times that the clocks
 * skip move forward, of times that come twice the earlier one counts.
 */
public final class BusinessCalendar {
  private static final Duration FIRST_HOUR = Duration.ofHours(1);

  /** More days off in a row cannot be written down. */
  private static final int SEARCHED_DAYS = 10 * 366;

  private final ZoneId zone;
  private final OpeningHours hours;
  private final Holidays holidays;
  private final @Nullable QuietHours quiet;

  BusinessCalendar(ZoneId zone, OpeningHours hours, Holidays holidays, @Nullable QuietHours quiet) {
    this.zone = zone;
    this.hours = hours;
    this.holidays = holidays;
    this.quiet = quiet;
  }

  /** Monday to Friday, 9 to 17, no holidays. */
  public static BusinessCalendar ordinary(ZoneId zone) {
    return new BusinessCalendar(zone, OpeningHours.ORDINARY, Holidays.NONE, null);
  }

  public ZoneId zone() {
    return zone;
  }

  public boolean isOpen(Instant at) {
    return nextOpening(at).equals(at);
  }

  /** The moment itself while it is open, else when it opens next. */
  public Instant nextOpening(Instant at) {
    return openFrom(at).map(open -> later(open.opens(), at)).findFirst().orElseThrow(this::closed);
  }

  /**
   * Counts open time only.
   *
   * @return an open moment, or the closing at which the time is just over
   */
  public Instant plus(Instant start, Duration openTime) {
    Duration left = openTime;
    for (OpenTime open : (Iterable<OpenTime>) openFrom(start)::iterator) {
      Instant from = later(open.opens(), start);
      Duration here = Duration.between(from, open.closes());
      if (left.compareTo(here) <= 0) {
        return from.plus(left);
      }
      left = left.minus(here);
    }
    throw closed();
  }

  /**
   * The same time of day so many business days later; a start outside the hours counts from the
   * next opening.
   *
   * @return as {@link #within} has it
   */
  public Instant plusDays(Instant start, int days) {
    ZonedDateTime from = nextOpening(start).atZone(zone);
    LocalDate day =
        businessDays(from.toLocalDate()).skip(days).findFirst().orElseThrow(this::closed);
    return within(ZonedDateTime.of(day, from.toLocalTime(), zone).toInstant());
  }

  /** A moment in the hours or at a closing as it is; any other moves on. */
  public Instant within(Instant due) {
    LocalDate date = due.atZone(zone).toLocalDate();
    boolean inHours =
        Stream.of(date.minusDays(1), date)
            .flatMap(this::openTimes)
            .anyMatch(open -> !due.isBefore(open.opens()) && !due.isAfter(open.closes()));
    return inHours ? due : endOfFirstOpeningHour(due);
  }

  /** The end of the first hour that is open after a moment. */
  public Instant endOfFirstOpeningHour(Instant after) {
    return plus(nextOpening(after), FIRST_HOUR);
  }

  /** The first moment from this one on at which somebody may be written to: open and not quiet. */
  public Instant nextContact(Instant at) {
    Instant next = nextOpening(at);
    while (quiet != null && quiet.contains(next.atZone(zone).toLocalTime())) {
      next = nextOpening(quiet.end(next, zone));
      if (Duration.between(at, next).toDays() > SEARCHED_DAYS) {
        throw closed();
      }
    }
    return next;
  }

  private Stream<OpenTime> openFrom(Instant at) {
    return dates(at.atZone(zone).toLocalDate().minusDays(1))
        .flatMap(this::openTimes)
        .filter(open -> open.closes().isAfter(at));
  }

  private Stream<LocalDate> businessDays(LocalDate first) {
    return dates(first).filter(date -> openTimes(date).findAny().isPresent());
  }

  private static Stream<LocalDate> dates(LocalDate first) {
    return IntStream.range(0, SEARCHED_DAYS).mapToObj(first::plusDays);
  }

  private Stream<OpenTime> openTimes(LocalDate date) {
    List<DaySpan> spans = hours.of(date.getDayOfWeek());
    return spans.isEmpty() || holidays.contains(date)
        ? Stream.empty()
        : spans.stream().map(span -> span.on(date, zone)).flatMap(Optional::stream);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }

  private IllegalStateException closed() {
    return new IllegalStateException("the calendar is closed for ten years; give it more hours");
  }
}
