package app.vouch.platform.brand;

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

/** The tenant's branding over REST. */
@Path("/v1/branding")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class BrandingResource {
  private final BrandingService branding;
  private final ObjectMapper json;

  BrandingResource(BrandingService branding, ObjectMapper json) {
    this.branding = branding;
    this.json = json;
  }

  @GET
  @Needs(Scope.BRANDING_READ)
  @Operation(operationId = "branding", summary = "How the tenant shows itself on hosted pages")
  @APIResponseSchema(BrandingView.class)
  public Response get(@HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    return Responses.of(branding.get(), ifNoneMatch);
  }

  @PATCH
  @Consumes(MergePatch.MEDIA_TYPE)
  @Needs(Scope.BRANDING_WRITE)
  @Operation(
      operationId = "updateBranding",
      summary = "Change how the tenant shows itself on hosted pages")
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(implementation = BrandingPatch.class)))
  @APIResponseSchema(BrandingView.class)
  public Response update(
      @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull JsonNode patch) {
    return Responses.of(
        branding.update(
            UpdateBranding.of(
                Responses.ifMatch(ifMatch), MergePatch.read(json, patch, BrandingPatch.class))));
  }
}
