package app.vouch.platform.feed;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.event.EventBody;
import app.vouch.platform.event.EventFeed;
import app.vouch.platform.event.EventTypeFilter;
import app.vouch.platform.event.LoggedEvent;
import app.vouch.shared.IdType;
import app.vouch.shared.Page.PageInfo;
import app.vouch.shared.PageRequest;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The event log over REST: the stored bodies, byte by byte. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Events")
public class EventResource {
  private final EventFeed feed;

  EventResource(EventFeed feed) {
    this.feed = feed;
  }

  @GET
  @Path("/events")
  @Needs(Scope.EVENTS_READ)
  @Operation(
      operationId = "events",
      summary = "Read the events after one, the oldest first",
      description =
          "Keep page.nextCursor, the last event's id, and send it as after: nothing is missed, and"
              + " on the last page it stays a cursor for what comes later.")
  @APIResponseSchema(EventPage.class)
  public Response events(
      @QueryParam("after") @Nullable String after,
      @Parameter(description = "Comma separated, such as referral.won,deal.*") @QueryParam("types")
          @Nullable String types,
      @QueryParam("limit") @Nullable String limit,
      @Context UriInfo uri) {
    int wanted = PageRequest.parse(limit, null).limit();
    EventTypeFilter filter =
        types == null
            ? EventTypeFilter.EVERYTHING
            : EventTypeFilter.parse("/types", List.of(types.split(",", -1)));
    List<LoggedEvent> found = feed.after(after, filter, wanted + 1);
    boolean more = found.size() > wanted;
    List<LoggedEvent> kept = more ? found.subList(0, wanted) : found;
    String last = kept.isEmpty() ? after : IdType.EVENT.format(kept.getLast().id());
    Response.ResponseBuilder response =
        Response.ok(
            new RawPage(kept.stream().map(RawEvent::of).toList(), new PageInfo(last, more)));
    if (more) {
      response.link(uri.getRequestUriBuilder().replaceQueryParam("after", last).build(), "next");
    }
    return response.build();
  }

  @GET
  @Path("/events/{id}")
  @Needs(Scope.EVENTS_READ)
  @Operation(operationId = "event", summary = "Read an event")
  @APIResponseSchema(EventBody.class)
  public Response event(@PathParam("id") String id) {
    return Response.ok(feed.get(id).body()).build();
  }

  @GET
  @Path("/event-types")
  @Needs(Scope.EVENTS_READ)
  @Operation(operationId = "eventTypes", summary = "List the types of events")
  public EventTypeList eventTypes() {
    return new EventTypeList(EventTypeView.all());
  }

  /**
   * A piece of the log.
   *
   * @param page its cursor is the last event's id; it can be kept
   */
  @Schema(name = "EventPage")
  public record EventPage(List<EventBody> data, PageInfo page) {}

  /** The same, of stored bodies. */
  record RawPage(List<RawEvent> data, PageInfo page) {}

  /** An event's stored body. */
  record RawEvent(@JsonValue @JsonRawValue String json) {
    static RawEvent of(LoggedEvent event) {
      return new RawEvent(new String(event.body(), StandardCharsets.UTF_8));
    }
  }

  /** Every type of event. */
  @Schema(name = "EventTypeList")
  public record EventTypeList(List<EventTypeView> data) {}
}
