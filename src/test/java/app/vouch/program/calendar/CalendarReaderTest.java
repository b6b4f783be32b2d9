package app.vouch.program.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.vouch.shared.FieldError;
import app.vouch.shared.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarReaderTest {
  private static final HoursSpan NINE_TO_FIVE = new HoursSpan("09:00", "17:00");

  private static CalendarDocument calendar(
      String zone,
      @Nullable WeekHours hours,
      @Nullable String country,
      @Nullable String subdivision,
      @Nullable HoursSpan quiet) {
    return new CalendarDocument(
        "Office",
        zone,
        hours,
        country,
        subdivision,
        List.of(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 23)),
        quiet);
  }

  private static WeekHours mondays(HoursSpan... spans) {
    return new WeekHours(List.of(spans), null, null, null, null, null, null);
  }

  private static Refusal.Invalid refusal(CalendarDocument document) {
    return catchThrowableOfType(Refusal.Invalid.class, () -> CalendarReader.read(document));
  }

  private static List<String> faults(CalendarDocument document) {
    return refusal(document).errors().stream().map(FieldError::pointer).toList();
  }

  @Test
  void shouldJoinHoursHolidaysOfTheCountryAndFurtherDaysOff() {
    BusinessCalendar calendar =
        CalendarReader.read(calendar("Europe/London", null, "GB", "ENG", null));

    assertThat(calendar.nextOpening(Instant.parse("2026-12-22T17:00:00Z")))
        .isEqualTo("2026-12-29T09:00:00Z");
  }

  @Test
  void shouldShowTheDefaultsAndSortTheDays() {
    CalendarDocument whole =
        CalendarReader.complete(calendar("Europe/London", null, null, null, null));

    assertThat(whole.hours()).isEqualTo(WeekHours.ordinary());
    assertThat(whole.extraHolidays())
        .containsExactly(LocalDate.of(2026, 12, 23), LocalDate.of(2026, 12, 24));
  }

  @Test
  void shouldNameEveryFaultAtOnce() {
    assertThat(
            faults(
                calendar(
                    "Mars/Olympus",
                    mondays(
                        NINE_TO_FIVE,
                        new HoursSpan("16:00", "18:00"),
                        new HoursSpan("20:00", "20:00")),
                    "ZZ",
                    null,
                    new HoursSpan("08:00", "08:00"))))
        .containsExactly(
            "/timeZone", "/hours/monday/1", "/hours/monday/2/to", "/quietHours", "/holidayCountry");
  }

  @Test
  void shouldSayWhichSubdivisionsThereAre() {
    Refusal.Invalid refused = refusal(calendar("Europe/London", null, "GB", "LND", null));

    assertThat(refused.detail()).isEqualTo("/holidaySubdivision must be one of ENG, NIR, SCT, WLS");
    assertThat(faults(calendar("Europe/London", null, null, "ENG", null)))
        .containsExactly("/holidaySubdivision");
  }

  @Test
  void shouldRefuseAWeekWithoutHours() {
    assertThat(faults(calendar("UTC", mondays(), null, null, null))).containsExactly("/hours");
  }

  @ParameterizedTest
  @CsvSource({"08:00, 18:00", "09:00, 17:00", "06:00, 05:00", "24:00, 06:00"})
  void shouldRefuseQuietHoursThatLeaveNothing(String from, String to) {
    assertThat(faults(calendar("UTC", mondays(NINE_TO_FIVE), null, null, new HoursSpan(from, to))))
        .containsExactly("/quietHours");
  }
}
