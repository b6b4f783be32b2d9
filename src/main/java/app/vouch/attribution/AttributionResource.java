package app.vouch.attribution;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.http.Responses;
import app.vouch.shared.Refusal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
@Path("/v1/attributions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Attribution")
public class AttributionResource {
  private final AttributionService attributions;

  AttributionResource(AttributionService attributions) {
    this.attributions = attributions;
  }

  @GET
  @Path("/{id}")
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
  @Path("/{id}/explanation")
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
