package app.vouch.program.calendar;

import app.vouch.platform.graphql.ConnectionPage;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of calendars in GraphQL. */
public record CalendarConnection(
    @NonNull List<@NonNull CalendarEdge> edges, @NonNull ConnectionPage pageInfo) {

  /** One of them and its place. */
  public record CalendarEdge(@NonNull String cursor, @NonNull CalendarView node) {}
}
