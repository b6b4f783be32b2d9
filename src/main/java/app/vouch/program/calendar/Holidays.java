package app.vouch.program.calendar;

import java.time.LocalDate;

/** The days on which nobody works, whatever day of the week they are. */
@FunctionalInterface
public interface Holidays {
  Holidays NONE = date -> false;

  boolean contains(LocalDate date);

  default Holidays and(Holidays others) {
    return date -> contains(date) || others.contains(date);
  }
}
