package app.vouch.program.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountryHolidaysTest {

  @ParameterizedTest
  @CsvSource({
    "GB, , 2026-12-25, true",
    // Boxing Day is a Saturday, so the Monday is free
    "GB, , 2026-12-28, true",
    "GB, , 2026-12-29, false",
    // Easter Monday is free in England, not in Scotland
    "GB, ENG, 2026-04-06, true",
    "GB, SCT, 2026-04-06, false",
    "US, , 2026-11-26, true",
    "US, , 2026-12-28, false",
    "DE, BY, 2026-01-06, true",
    "DE, BE, 2026-01-06, false",
  })
  void shouldKnowTheHolidaysOfCountriesAndTheirParts(
      String country, @Nullable String subdivision, LocalDate date, boolean free) {
    assertThat(CountryHolidays.of(country, subdivision).orElseThrow().contains(date))
        .isEqualTo(free);
  }

  @Test
  void shouldNotKnowCountriesThatDoNotExist() {
    assertThat(CountryHolidays.of("ZZ", null)).isEmpty();
    assertThat(CountryHolidays.of("NYSE", null)).isEmpty();
    assertThat(CountryHolidays.of("GB", "XYZ")).isEmpty();
    assertThat(CountryHolidays.subdivisions("GB")).containsExactly("ENG", "NIR", "SCT", "WLS");
  }
}
