package app.vouch.attribution;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.http.Responses;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Encoded;
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

/** A deal's attributions over REST. */
@Path("/v1/deals/{id}/attributions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Attribution")
public class DealAttributionResource {
  private final AttributionService attributions;

  DealAttributionResource(AttributionService attributions) {
    this.attributions = attributions;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.ATTRIBUTIONS_COMPUTE)
  @Operation(operationId = "computeAttribution", summary = "Compute a won deal's credits again")
  @APIResponseSchema(value = AttributionView.class, responseCode = "200")
  public Response compute(
      @Encoded @PathParam("id") String id, @Nullable ComputeAttribution command) {
    ComputeAttribution asked =
        command == null ? new ComputeAttribution(id, null, null) : command.on(id);
    return Responses.of(attributions.compute(asked));
  }

  @GET
  @Needs(Scope.ATTRIBUTIONS_READ)
  @Operation(
      operationId = "attributions",
      summary = "List the versions of a deal's attribution, the newest first")
  public Page<AttributionView> list(
      @Encoded @PathParam("id") String id,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return attributions.list(id, PageRequest.parse(limit, cursor));
  }
}
