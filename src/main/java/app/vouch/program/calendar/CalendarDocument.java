package app.vouch.program.calendar;

import app.vouch.shared.OneLine;
import app.vouch.shared.Texts;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A calendar as it is written: in requests with gaps, stored complete. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "CalendarPatch")
public record CalendarDocument(
    @Pattern(regexp = Texts.NOT_BLANK, message = "must not be blank") @OneLine @Size(max = 200)
        @Nullable String name,
    @Size(min = 1, max = 60) @Nullable String timeZone,
    @Valid @Nullable WeekHours hours,
    @Size(max = 2) @Nullable String holidayCountry,
    @Size(max = 3) @Nullable String holidaySubdivision,
    @Size(max = 366) @Nullable List<@NotNull LocalDate> extraHolidays,
    @Valid @Nullable HoursSpan quietHours) {}
