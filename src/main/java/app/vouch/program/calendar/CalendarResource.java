package app.vouch.program.calendar;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.http.MergePatch;
import app.vouch.platform.http.Responses;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Calendars over REST. */
@Path("/v1/calendars")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Programs")
public class CalendarResource {
  private final CalendarService calendars;
  private final ObjectMapper json;

  CalendarResource(CalendarService calendars, ObjectMapper json) {
    this.calendars = calendars;
    this.json = json;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.PROGRAMS_WRITE)
  @Operation(operationId = "createCalendar", summary = "Say when people work")
  @APIResponseSchema(value = CalendarView.class, responseCode = "201")
  public Response create(@NotNull CreateCalendar command) {
    return Responses.of(calendars.create(command));
  }

  @PATCH
  @Path("/{id}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @Needs(Scope.PROGRAMS_WRITE)
  @Operation(
      operationId = "updateCalendar",
      summary = "Change a calendar; what is due already stays due")
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(implementation = CalendarDocument.class)))
  @APIResponseSchema(CalendarView.class)
  public Response update(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull JsonNode patch) {
    int read = Responses.ifMatch(ifMatch);
    MergePatch<CalendarDocument> typed =
        MergePatch.read(json, patch, CalendarDocument.class)
            .removingOnly(name -> !name.equals("name") && !name.equals("timeZone"));
    return Responses.of(calendars.update(new PatchCalendar(id, read, typed.body(), null)));
  }

  @GET
  @Needs(Scope.PROGRAMS_READ)
  @Operation(operationId = "calendars", summary = "List calendars, the newest first")
  public Page<CalendarView> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
    return calendars.list(PageRequest.parse(limit, cursor));
  }

  @GET
  @Path("/{id}")
  @Needs(Scope.PROGRAMS_READ)
  @Operation(operationId = "calendar", summary = "Read a calendar")
  @APIResponseSchema(CalendarView.class)
  public Response get(
      @PathParam("id") String id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    return Responses.of(calendars.get(id), ifNoneMatch);
  }
}
