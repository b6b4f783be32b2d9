package app.vouch.incentive.recognition;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.http.Responses;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
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

/** Referrers' recognition over REST. */
@Path("/v1/referrers/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recognition")
public class RecognitionResource {
  private final RecognitionService recognitions;

  RecognitionResource(RecognitionService recognitions) {
    this.recognitions = recognitions;
  }

  @GET
  @Path("/recognition")
  @Needs(Scope.REFERRERS_READ)
  @Operation(
      operationId = "referrerRecognition",
      summary = "Read which tier a referrer is in, and what the next one takes")
  public RecognitionView get(@PathParam("id") String id) {
    return recognitions.get(id);
  }

  @PUT
  @Path("/recognition")
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.REFERRERS_WRITE)
  @Operation(
      operationId = "setReferrerRecognition",
      summary = "Set whether a referrer is on leaderboards by name")
  @APIResponseSchema(RecognitionView.class)
  public Response set(@PathParam("id") String id, @NotNull SetRecognition command) {
    return Responses.of(recognitions.set(command.on(id)));
  }

  @GET
  @Path("/tier-changes")
  @Needs(Scope.REFERRERS_READ)
  @Operation(
      operationId = "tierChanges",
      summary = "List the tiers that a referrer reached and left, the newest first")
  public Page<TierChangeView> changes(
      @PathParam("id") String id,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return recognitions.changes(id, PageRequest.parse(limit, cursor));
  }
}
