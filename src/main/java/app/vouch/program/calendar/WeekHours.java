package app.vouch.program.calendar;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The opening hours of each day of the week; a day that is absent or empty is closed. */
@Schema(name = "WeekHours")
@Name("WeekHours")
@Input("WeekHoursInput")
public record WeekHours(
    @Size(max = 10) @Nullable List<@NonNull @NotNull @Valid HoursSpan> monday,
    @Size(max = 10) @Nullable List<@NonNull @NotNull @Valid HoursSpan> tuesday,
    @Size(max = 10) @Nullable List<@NonNull @NotNull @Valid HoursSpan> wednesday,
    @Size(max = 10) @Nullable List<@NonNull @NotNull @Valid HoursSpan> thursday,
    @Size(max = 10) @Nullable List<@NonNull @NotNull @Valid HoursSpan> friday,
    @Size(max = 10) @Nullable List<@NonNull @NotNull @Valid HoursSpan> saturday,
    @Size(max = 10) @Nullable List<@NonNull @NotNull @Valid HoursSpan> sunday) {

  public WeekHours {}

  /** Monday to Friday, 9 to 17. */
  static WeekHours ordinary() {
    List<HoursSpan> day = List.of(new HoursSpan("09:00", "17:00"));
    return new WeekHours(day, day, day, day, day, List.of(), List.of());
  }

  List<HoursSpan> of(DayOfWeek day) {
    List<HoursSpan> hours =
        switch (day) {
          case MONDAY -> monday;
          case TUESDAY -> tuesday;
          case WEDNESDAY -> wednesday;
          case THURSDAY -> thursday;
          case FRIDAY -> friday;
          case SATURDAY -> saturday;
          case SUNDAY -> sunday;
        };
    return hours == null ? List.of() : hours;
  }

  /** A day's name in JSON. */
  static String member(DayOfWeek day) {
    return day.name().toLowerCase(Locale.ROOT);
  }
}
