package app.vouch.program.calendar;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Public and bank holidays of a country, or of one of its regions; observances are not among them.
 */
final class CountryHolidays implements Holidays {
  private static final Set<String> COUNTRIES =
      HolidayManager.getSupportedCalendarCodes().stream()
          .filter(Set.of(Locale.getISOCountries())::contains)
          .collect(Collectors.toUnmodifiableSet());

  private final HolidayManager manager;
  private final String[] region;

  private CountryHolidays(HolidayManager manager, String... region) {
    this.manager = manager;
    this.region = region;
  }

  /**
   * @param country ISO 3166-1, two capital letters
   * @param subdivision the part of ISO 3166-2 after the dash, such as {@code ENG}; null for what
   *     holds in the whole country
   * @return empty where the country or the subdivision is unknown
   */
  static Optional<Holidays> of(String country, @Nullable String subdivision) {
    if (!COUNTRIES.contains(country)) {
      return Optional.empty();
    }
    HolidayManager manager = manager(country);
    if (subdivision == null) {
      return Optional.of(new CountryHolidays(manager));
    }
    return subdivisions(country).contains(subdivision)
        ? Optional.of(new CountryHolidays(manager, subdivision.toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  static boolean isCountry(String country) {
    return COUNTRIES.contains(country);
  }

  /** The subdivisions of a known country that have holidays of their own, in alphabetical order. */
  static Set<String> subdivisions(String country) {
    return manager(country).getCalendarHierarchy().getChildren().keySet().stream()
        .map(code -> code.toUpperCase(Locale.ROOT))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The library keeps the managers, and the holidays of each year. */
  private static HolidayManager manager(String country) {
    return HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
  }

  @Override
  public boolean contains(LocalDate date) {
    return manager.isHoliday(date, HolidayType.PUBLIC_HOLIDAY, region)
        || manager.isHoliday(date, HolidayType.BANK_HOLIDAY, region);
  }
}
