package app.vouch.program.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessCalendarTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
  private static final Holidays CHRISTMAS =
      Set.of(LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 28))::contains;

  /** Monday to Friday 9 to 12 and 13 to 17. */
  private static final BusinessCalendar WITH_BREAK =
      weekdays(LONDON, CHRISTMAS, null, DaySpan.ofHours(9, 12), DaySpan.ofHours(13, 17));

  private static BusinessCalendar weekdays(
      ZoneId zone, Holidays holidays, @Nullable QuietHours quiet, DaySpan... spans) {
    return new BusinessCalendar(
        zone,
        new OpeningHours(
            OpeningHours.week(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), List.of(spans))),
        holidays,
        quiet);
  }

  private static BusinessCalendar always(ZoneId zone, @Nullable QuietHours quiet) {
    return daily(zone, quiet, new DaySpan(0, DaySpan.DAY));
  }

  private static BusinessCalendar daily(ZoneId zone, @Nullable QuietHours quiet, DaySpan... spans) {
    return new BusinessCalendar(
        zone,
        new OpeningHours(OpeningHours.week(EnumSet.allOf(DayOfWeek.class), List.of(spans))),
        Holidays.NONE,
        quiet);
  }

  private static Instant at(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  @Test
  void shouldCountWorkingHoursOverBreaksWeekendsAndHolidays() {
    assertThat(WITH_BREAK.plus(at("2026-12-24T16:30:00Z"), Duration.ofHours(8)))
        .isEqualTo(at("2026-12-30T09:30:00Z"));
  }

  @Test
  void shouldBeginToCountWhenItOpens() {
    assertThat(
            BusinessCalendar.ordinary(CHICAGO)
                .plus(at("2022-01-03T01:00:00-06:00"), Duration.ofMinutes(60)))
        .isEqualTo(at("2022-01-03T10:00:00-06:00"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-22T09:00:00Z, true, 2026-12-22T09:00:00Z",
    "2026-12-22T11:59:59Z, true, 2026-12-22T11:59:59Z",
    "2026-12-22T12:00:00Z, false, 2026-12-22T13:00:00Z",
    "2026-12-24T17:00:00Z, false, 2026-12-29T09:00:00Z",
    "2026-12-26T10:00:00Z, false, 2026-12-29T09:00:00Z",
    // summer time: 8:30 in UTC is 9:30 there
    "2026-06-22T08:30:00Z, true, 2026-06-22T08:30:00Z",
  })
  void shouldKnowWhenItIsOpenAndWhenItOpensNext(Instant at, boolean open, Instant next) {
    assertThat(WITH_BREAK.isOpen(at)).isEqualTo(open);
    assertThat(WITH_BREAK.nextOpening(at)).isEqualTo(next);
  }

  @ParameterizedTest
  @CsvSource({
    // in hours, and at a closing: as it is
    "2026-12-22T10:00:00Z, 2026-12-22T10:00:00Z",
    "2026-12-22T12:00:00Z, 2026-12-22T12:00:00Z",
    "2026-12-24T17:00:00Z, 2026-12-24T17:00:00Z",
    // else the end of the first opening hour after it
    "2026-12-22T12:30:00Z, 2026-12-22T14:00:00Z",
    "2026-12-22T03:00:00Z, 2026-12-22T10:00:00Z",
    "2026-12-24T20:00:00Z, 2026-12-29T10:00:00Z",
  })
  void shouldMoveADueTimeOutsideTheHoursToTheEndOfTheFirstOpeningHour(Instant due, Instant moved) {
    assertThat(WITH_BREAK.within(due)).isEqualTo(moved);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2026-12-22T10:15:00Z, 2026-12-23T10:15:00Z",
    "1, 2026-12-24T10:15:00Z, 2026-12-29T10:15:00Z",
    "5, 2026-12-18T16:00:00Z, 2026-12-29T16:00:00Z",
    // a start outside the hours counts from the next opening
    "1, 2026-12-19T12:00:00Z, 2026-12-22T09:00:00Z",
    "1, 2026-12-22T12:30:00Z, 2026-12-23T13:00:00Z",
    "0, 2026-12-19T12:00:00Z, 2026-12-21T09:00:00Z",
    // the time of day stays over the change of the clocks on 2026-03-29
    "1, 2026-03-27T10:15:00Z, 2026-03-30T09:15:00Z",
  })
  void shouldCountBusinessDays(int days, Instant start, Instant end) {
    assertThat(WITH_BREAK.plusDays(start, days)).isEqualTo(end);
  }

  @Test
  void shouldMoveABusinessDayThatEndsOutsideShorterHours() {
    BusinessCalendar shortFridays =
        new BusinessCalendar(
            LONDON,
            new OpeningHours(
                java.util.Map.of(
                    DayOfWeek.THURSDAY, List.of(DaySpan.ofHours(9, 17)),
                    DayOfWeek.FRIDAY, List.of(DaySpan.ofHours(10, 12)))),
            Holidays.NONE,
            null);

    assertThat(shortFridays.plusDays(at("2026-12-03T09:00:00Z"), 1))
        .isEqualTo(at("2026-12-04T11:00:00Z"));
    assertThat(shortFridays.plusDays(at("2026-12-03T16:00:00Z"), 1))
        .isEqualTo(at("2026-12-10T10:00:00Z"));
  }

  @Test
  void shouldMoveForwardATimeThatTheClocksSkip() {
    BusinessCalendar always = always(CHICAGO, null);

    assertThat(always.plusDays(at("2026-03-07T02:30:00-06:00"), 1))
        .isEqualTo(at("2026-03-08T03:30:00-05:00"));
  }

  @Test
  void shouldTakeTheEarlierOfATimeThatComesTwice() {
    BusinessCalendar always = always(CHICAGO, null);

    assertThat(always.plusDays(at("2026-10-31T01:30:00-05:00"), 1))
        .isEqualTo(at("2026-11-01T01:30:00-05:00"));
  }

  @Test
  void shouldCountHoursThatTheClocksSkipOrRepeatAsTheyPass() {
    BusinessCalendar nights = daily(LONDON, null, DaySpan.ofHours(0, 3));

    // 0:00 to 3:00 is two hours long when the clocks go forward, four when they go back
    assertThat(nights.plus(at("2026-03-29T00:00:00Z"), Duration.ofHours(2)))
        .isEqualTo(at("2026-03-29T03:00:00+01:00"));
    assertThat(nights.plus(at("2026-10-25T00:00:00+01:00"), Duration.ofHours(4)))
        .isEqualTo(at("2026-10-25T03:00:00Z"));
    assertThat(daily(LONDON, null, new DaySpan(60, 120)).nextOpening(at("2026-03-29T00:00:00Z")))
        .as("an opening that is skipped altogether")
        .isEqualTo(at("2026-03-30T01:00:00+01:00"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-22T10:00:00Z, 2026-12-22T10:00:00Z",
    "2026-12-22T20:00:00Z, 2026-12-23T07:30:00Z",
    "2026-12-22T23:59:00Z, 2026-12-23T07:30:00Z",
    "2026-12-22T03:00:00Z, 2026-12-22T07:30:00Z",
    "2026-12-22T07:30:00Z, 2026-12-22T07:30:00Z",
  })
  void shouldDisturbNobodyInTheQuietHoursOfTheNight(Instant wanted, Instant allowed) {
    assertThat(always(LONDON, new QuietHours(20 * 60, 7 * 60 + 30)).nextContact(wanted))
        .isEqualTo(allowed);
  }

  @Test
  void shouldDisturbNobodyInTheQuietHoursOfTheDayOrOutsideTheHours() {
    BusinessCalendar calendar =
        weekdays(LONDON, CHRISTMAS, new QuietHours(540, 600), DaySpan.ofHours(9, 17));

    assertThat(calendar.nextContact(at("2026-12-22T09:20:00Z")))
        .isEqualTo(at("2026-12-22T10:00:00Z"));
    assertThat(calendar.nextContact(at("2026-12-24T18:00:00Z")))
        .isEqualTo(at("2026-12-29T10:00:00Z"));
  }

  @Test
  void shouldEndTheQuietHoursOfANightInWhichTheClocksGoBack() {
    BusinessCalendar calendar = always(LONDON, new QuietHours(0, 90));

    assertThat(calendar.nextContact(at("2026-10-25T00:10:00+01:00")))
        .isEqualTo(at("2026-10-25T01:30:00+01:00"));
    assertThat(calendar.nextContact(at("2026-10-25T01:10:00Z")))
        .isEqualTo(at("2026-10-25T01:30:00Z"));
  }

  @Test
  void shouldStopLookingWhereItNeverOpens() {
    BusinessCalendar closed = weekdays(LONDON, date -> true, null, DaySpan.ofHours(9, 17));

    assertThatThrownBy(() -> closed.nextOpening(at("2026-12-22T10:00:00Z")))
        .isInstanceOf(IllegalStateException.class);
    BusinessCalendar alwaysQuiet =
        weekdays(LONDON, Holidays.NONE, new QuietHours(480, 1080), DaySpan.ofHours(9, 17));
    assertThatThrownBy(() -> alwaysQuiet.nextContact(at("2026-12-22T10:00:00Z")))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Europe/London", "America/Chicago", "Australia/Lord_Howe", "Asia/Tehran"})
  void shouldNeverLandOutsideItsHoursNorGoBack(String zone) {
    Random random = new Random(20261122);
    Holidays holidays = date -> date.getDayOfMonth() % 11 == 0;
    BusinessCalendar calendar =
        weekdays(
            ZoneId.of(zone),
            holidays,
            new QuietHours(22 * 60, 60),
            new DaySpan(15, 150),
            DaySpan.ofHours(9, 12),
            new DaySpan(13 * 60 + 15, 24 * 60));
    Instant start = at("2026-01-01T00:00:00Z");
    for (int i = 0; i < 500; i++) {
      start = start.plusSeconds(random.nextLong(1, 36 * 3600));
      Duration hours = Duration.ofMinutes(random.nextLong(1, 4000));
      Duration more = hours.plusMinutes(random.nextLong(1, 400));
      Instant end = calendar.plus(start, hours);

      assertThat(end).isAfter(start).isEqualTo(calendar.within(end));
      assertThat(calendar.plus(start, more)).isAfter(end);
      assertThat(calendar.plus(start.plusSeconds(60), hours)).isAfterOrEqualTo(end);
      assertThat(calendar.plus(calendar.plus(start, hours), more.minus(hours)))
          .isEqualTo(calendar.plus(start, more));
      assertThat(calendar.isOpen(calendar.nextOpening(start))).isTrue();
      assertThat(calendar.isOpen(calendar.nextContact(start))).isTrue();
      assertThat(calendar.nextContact(start)).isAfterOrEqualTo(calendar.nextOpening(start));
      int days = random.nextInt(1, 30);
      Instant day = calendar.plusDays(start, days);
      assertThat(day).isEqualTo(calendar.within(day));
      assertThat(calendar.plusDays(start, days + 1)).isAfter(day);
    }
  }
}
