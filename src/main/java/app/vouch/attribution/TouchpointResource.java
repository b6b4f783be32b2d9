package app.vouch.attribution;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.http.Responses;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Touchpoints over REST. */
@Path("/v1/touchpoints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Attribution")
public class TouchpointResource {
  private final TouchpointService touchpoints;

  TouchpointResource(TouchpointService touchpoints) {
    this.touchpoints = touchpoints;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.TOUCHPOINTS_WRITE)
  @Operation(operationId = "recordTouchpoint", summary = "Record evidence by hand")
  @APIResponseSchema(value = TouchpointView.class, responseCode = "201")
  public Response record(@NotNull RecordTouchpoint command) {
    return Responses.of(touchpoints.record(command));
  }

  @GET
  @Needs(Scope.TOUCHPOINTS_READ)
  @Operation(operationId = "touchpoints", summary = "List touchpoints, the newest first")
  public Page<TouchpointView> list(
      @QueryParam("referralId") @Nullable String referralId,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return touchpoints.list(PageRequest.parse(limit, cursor), referralId);
  }

  @GET
  @Path("/{id}")
  @Needs(Scope.TOUCHPOINTS_READ)
  @Operation(operationId = "touchpoint", summary = "Read a touchpoint")
  public TouchpointView get(@PathParam("id") String id) {
    return touchpoints.get(id);
  }
}
