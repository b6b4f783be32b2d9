package app.vouch.program.calendar;

/** What can be removed from a calendar; the hours have their default again. */
public enum CalendarField {
  HOURS("hours"),
  HOLIDAY_COUNTRY("holidayCountry"),
  HOLIDAY_SUBDIVISION("holidaySubdivision"),
  EXTRA_HOLIDAYS("extraHolidays"),
  QUIET_HOURS("quietHours");

  private final String member;

  CalendarField(String member) {
    this.member = member;
  }

  /** Its name in JSON. */
  String member() {
    return member;
  }
}
