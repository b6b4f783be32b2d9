package app.vouch.referral;

import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.program.ProgramSettings.SlaTime;
import app.vouch.program.ProgramSettings.SlaUnit;
import app.vouch.program.calendar.BusinessCalendar;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueTimesTest {

  @ParameterizedTest
  @CsvSource({
    "24, HOUR, Europe/London, 2026-11-20T10:00:00Z, 2026-11-21T10:00:00Z",
    // Friday 16:30 and three working hours: Monday 11:30
    "3, BUSINESS_HOUR, Europe/London, 2026-11-20T16:30:00Z, 2026-11-23T11:30:00Z",
    // America/Chicago, 19:00 on a Sunday: Monday's first hour
    "1, BUSINESS_HOUR, America/Chicago, 2022-01-03T01:00:00Z, 2022-01-03T16:00:00Z",
    "8, BUSINESS_HOUR, UTC, 2026-11-23T09:00:00Z, 2026-11-23T17:00:00Z",
    "1, BUSINESS_DAY, UTC, 2026-11-20T12:00:00Z, 2026-11-23T12:00:00Z",
    "1, BUSINESS_DAY, UTC, 2026-11-21T12:00:00Z, 2026-11-24T09:00:00Z",
  })
  void shouldCountInWorkingTimeWhenTheUnitSaysSo(
      int amount, SlaUnit unit, String zone, Instant start, Instant due) {
    assertThat(DueTimes.due(new SlaTime(amount, unit), start, null, ZoneId.of(zone)))
        .isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource({
    // Friday 16:30: the end of Monday's first hour, 24 hours later being a Saturday
    "24, HOUR, 2026-11-20T16:30:00Z, 2026-11-23T10:00:00Z",
    "1, HOUR, 2026-11-20T10:00:00Z, 2026-11-20T11:00:00Z",
    "1, HOUR, 2026-11-20T16:00:00Z, 2026-11-20T17:00:00Z",
    "8, BUSINESS_HOUR, 2026-11-20T16:00:00Z, 2026-11-23T16:00:00Z",
    "2, BUSINESS_DAY, 2026-11-20T16:00:00Z, 2026-11-24T16:00:00Z",
  })
  void shouldKeepToTheCalendarWhereThereIsOne(
      int amount, SlaUnit unit, Instant start, Instant due) {
    ZoneId london = ZoneId.of("Europe/London");
    assertThat(
            DueTimes.due(
                new SlaTime(amount, unit),
                start,
                BusinessCalendar.ordinary(london),
                ZoneId.of("UTC")))
        .isEqualTo(due);
  }
}
