package app.vouch.program.calendar;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.graphql.Connections;
import app.vouch.platform.graphql.Payloads;
import app.vouch.platform.graphql.UserError;
import app.vouch.program.calendar.CalendarConnection.CalendarEdge;
import app.vouch.shared.IdType;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Calendars over GraphQL. */
@GraphQLApi
public class CalendarGraph {
  private final CalendarService calendars;
  private final ObjectMapper json;

  CalendarGraph(CalendarService calendars, ObjectMapper json) {
    this.calendars = calendars;
    this.json = json;
  }

  @Query
  @Needs(Scope.PROGRAMS_READ)
  @Description("A calendar.")
  public CalendarView calendar(@Id @NonNull String id) {
    return calendars.get(id);
  }

  @Query
  @Needs(Scope.PROGRAMS_READ)
  @Description("Calendars, the newest first.")
  public @NonNull CalendarConnection calendars(
      @DefaultValue("50") @Nullable Integer first, @Nullable String after) {
    return Connections.of(
        IdType.CALENDAR,
        calendars.list(Connections.page(first, after)),
        after != null,
        CalendarEdge::new,
        CalendarConnection::new);
  }

  @Mutation
  @Needs(Scope.PROGRAMS_WRITE)
  @Description("Says when people work.")
  public @NonNull CreateCalendarPayload createCalendar(@NonNull CreateCalendar input) {
    return Payloads.of(() -> calendars.create(input), CreateCalendarPayload::new);
  }

  @Mutation
  @Needs(Scope.PROGRAMS_WRITE)
  @Description("Changes a calendar; what is due already stays due.")
  public @NonNull UpdateCalendarPayload updateCalendar(@NonNull UpdateCalendar input) {
    return Payloads.of(() -> calendars.update(input.patch(json)), UpdateCalendarPayload::new);
  }

  /** The calendar, or why not. */
  public record CreateCalendarPayload(
      @Nullable CalendarView calendar, @NonNull List<@NonNull UserError> userErrors) {}

  /** The calendar, or why not. */
  public record UpdateCalendarPayload(
      @Nullable CalendarView calendar, @NonNull List<@NonNull UserError> userErrors) {}
}
