package app.vouch.program;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.http.MergePatch;
import app.vouch.platform.http.Responses;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Referrers' protection over REST. */
@Path("/v1/referrers/{id}/protection")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Programs")
public class ReferrerProtectionResource {
  private final ReferrerProtectionService protections;
  private final ObjectMapper json;

  ReferrerProtectionResource(ReferrerProtectionService protections, ObjectMapper json) {
    this.protections = protections;
    this.json = json;
  }

  @GET
  @Needs(Scope.REFERRERS_READ)
  @Operation(
      operationId = "referrerProtection",
      summary = "Read what a referrer set against being asked too often")
  @APIResponseSchema(ReferrerProtectionView.class)
  public Response get(
      @PathParam("id") String id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    return Responses.of(protections.get(id), ifNoneMatch);
  }

  @PATCH
  @Consumes(MergePatch.MEDIA_TYPE)
  @Needs(Scope.REFERRERS_WRITE)
  @Operation(
      operationId = "updateReferrerProtection",
      summary = "Set how often, and about whom, a referrer may be asked for introductions",
      description = "Null removes a member: the program version's rule counts again.")
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(implementation = ReferrerProtectionPatch.class)))
  @APIResponseSchema(ReferrerProtectionView.class)
  public Response update(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull JsonNode patch) {
    return Responses.of(
        protections.update(
            UpdateReferrerProtection.of(
                id,
                Responses.ifMatch(ifMatch),
                MergePatch.read(json, patch, ReferrerProtectionPatch.class))));
  }
}
