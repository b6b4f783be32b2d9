package app.vouch.program.calendar;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A part of a day, in the calendar's local time.
 *
 * @param from such as {@code 09:00}
 * @param to such as {@code 17:30}, not part of it; {@code 24:00} is the end of the day
 */
@Schema(name = "HoursSpan")
@Name("HoursSpan")
@Input("HoursSpanInput")
public record HoursSpan(
    @NotNull @Pattern(regexp = DaySpan.TIME_OF_DAY) String from,
    @NotNull @Pattern(regexp = DaySpan.TIME_OF_DAY) String to) {

  public HoursSpan {}

  int fromMinute() {
    return DaySpan.minutes(from);
  }

  int toMinute() {
    return DaySpan.minutes(to);
  }
}
