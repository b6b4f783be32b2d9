package app.vouch.program.calendar;

import app.vouch.platform.work.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A calendar as callers see it.
 *
 * @param extraHolidays days off beside those of the country, the earliest first
 */
@Schema(name = "Calendar")
@Name("Calendar")
public record CalendarView(
    @Id @NonNull String id,
    @NonNull String name,
    @NonNull String timeZone,
    @NonNull WeekHours hours,
    @Nullable String holidayCountry,
    @Nullable String holidaySubdivision,
    @NonNull List<@NonNull LocalDate> extraHolidays,
    @Nullable HoursSpan quietHours,
    int version,
    @NonNull Instant createdAt,
    @NonNull Instant updatedAt)
    implements Versioned {}
