package app.vouch.program.calendar;

import app.vouch.platform.work.Command;
import app.vouch.shared.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Makes a calendar.
 *
 * @param timeZone IANA name
 * @param hours Monday to Friday 09:00 to 17:00 when absent
 * @param holidayCountry ISO 3166-1, two capital letters; no holidays when absent
 * @param holidaySubdivision the part of ISO 3166-2 after the dash, such as {@code ENG}
 * @param extraHolidays further days off
 * @param quietHours in which no reminder and no follow-up is due; may go over midnight
 */
@Schema(name = "CreateCalendar")
@Input("CreateCalendarInput")
public record CreateCalendar(
    @NotBlank @OneLine @Size(max = 200) String name,
    @NotBlank @Size(max = 60) String timeZone,
    @Valid @Nullable WeekHours hours,
    @Size(max = 2) @Nullable String holidayCountry,
    @Size(max = 3) @Nullable String holidaySubdivision,
    @Size(max = 366) @Nullable List<@NonNull @NotNull LocalDate> extraHolidays,
    @Valid @Nullable HoursSpan quietHours,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command {

  public CreateCalendar {}

  CalendarDocument document() {
    return new CalendarDocument(
        name, timeZone, hours, holidayCountry, holidaySubdivision, extraHolidays, quietHours);
  }
}
