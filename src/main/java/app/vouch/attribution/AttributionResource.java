package app.vouch.attribution;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.http.Responses;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import app.vouch.shared.Refusal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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

/** Attributions over REST. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Attribution")
public class AttributionResource {
  private final AttributionService attributions;

  AttributionResource(AttributionService attributions) {
    this.attributions = attributions;
  }

  @POST
  @Path("/deals/{id}/attributions")
  @Needs(Scope.ATTRIBUTIONS_COMPUTE)
  @Operation(operationId = "computeAttribution", summary = "Compute a won deal's credits again")
  @APIResponseSchema(value = AttributionView.class, responseCode = "200")
  public Response compute(@PathParam("id") String id, @Nullable ComputeAttribution command) {
    ComputeAttribution asked =
        command == null ? new ComputeAttribution(id, null, null) : command.on(id);
    return Responses.of(attributions.compute(asked));
  }

  @GET
  @Path("/deals/{id}/attributions")
  @Needs(Scope.ATTRIBUTIONS_READ)
  @Operation(
      operationId = "attributions",
      summary = "List the versions of a deal's attribution, the newest first")
  public Page<AttributionView> list(
      @PathParam("id") String id,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return attributions.list(id, PageRequest.parse(limit, cursor));
  }

  @GET
  @Path("/attributions/{id}")
  @Needs(Scope.ATTRIBUTIONS_READ)
  @Operation(operationId = "attribution", summary = "Read an attribution, or an earlier version")
  @APIResponseSchema(AttributionView.class)
  public Response get(
      @PathParam("id") String id,
      @QueryParam("version") @Nullable String version,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    return Responses.of(attributions.get(id, number(version)), ifNoneMatch);
  }

  @GET
  @Path("/attributions/{id}/explanation")
  @Needs(Scope.ATTRIBUTIONS_READ)
  @Operation(
      operationId = "attributionExplanation",
      summary = "Explain each touchpoint's part in an attribution")
  public AttributionExplanation explain(
      @PathParam("id") String id, @QueryParam("version") @Nullable String version) {
    return attributions.explanation(id, number(version));
  }

  private static @Nullable Integer number(@Nullable String version) {
    if (version == null) {
      return null;
    }
    if (!version.matches("[1-9][0-9]{0,8}")) {
      throw new Refusal.Invalid("/version", "malformed", "must be a number from 1");
    }
    return Integer.valueOf(version);
  }
}
