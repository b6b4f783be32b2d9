package app.vouch.program;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.http.MergePatch;
import app.vouch.platform.http.Responses;
import app.vouch.shared.Refusal;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Program versions over REST. */
@Path("/v1/program-versions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Programs")
public class ProgramVersionResource {
  private final ProgramVersionService versions;
  private final ObjectMapper json;

  ProgramVersionResource(ProgramVersionService versions, ObjectMapper json) {
    this.versions = versions;
    this.json = json;
  }

  @GET
  @Path("/{id}")
  @Needs(Scope.PROGRAMS_READ)
  @Operation(operationId = "programVersion", summary = "Read a program version")
  @APIResponseSchema(ProgramVersionView.class)
  public Response get(
      @PathParam("id") String id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    return Responses.of(versions.get(id), ifNoneMatch);
  }

  @GET
  @Path("/{id}/diff")
  @Needs(Scope.PROGRAMS_READ)
  @Operation(
      operationId = "programVersionDiff",
      summary = "Read how a version differs from another one of its program",
      description = "Reward rules are compared by their id, templates by kind and language.")
  public ProgramVersionDiffView diff(
      @PathParam("id") String id,
      @Parameter(required = true) @QueryParam("against") @Nullable String against) {
    if (against == null) {
      throw new Refusal.Invalid("/against", "required", "must be the id of another version");
    }
    return versions.diff(id, against);
  }

  @PATCH
  @Path("/{id}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @Needs(Scope.PROGRAMS_WRITE)
  @Operation(
      operationId = "updateProgramVersion",
      summary = "Change a draft; a part that is null has its default again")
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(implementation = CreateProgramVersion.class)))
  @APIResponseSchema(ProgramVersionView.class)
  public Response update(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull JsonNode patch) {
    int read = Responses.ifMatch(ifMatch);
    MergePatch<CreateProgramVersion> typed =
        MergePatch.read(json, patch, CreateProgramVersion.class);
    return Responses.of(versions.update(new PatchProgramVersion(id, read, typed.body(), null)));
  }

  @POST
  @Path("/{id}/publish")
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.PROGRAMS_PUBLISH)
  @Operation(operationId = "publishProgramVersion", summary = "Publish a draft; it never changes")
  @APIResponseSchema(ProgramVersionView.class)
  public Response publish(@PathParam("id") String id, @Nullable PublishProgramVersion command) {
    PublishProgramVersion plain =
        command == null ? new PublishProgramVersion(id, null, null) : command;
    return Responses.of(versions.publish(plain.on(id)));
  }

  @POST
  @Path("/{id}/transitions")
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.PROGRAMS_WRITE)
  @Operation(
      operationId = "transitionProgramVersion",
      summary = "Publish (needs programs:publish) or discard a draft")
  @APIResponseSchema(ProgramVersionView.class)
  public Response transition(
      @PathParam("id") String id, @NotNull TransitionProgramVersion command) {
    return Responses.of(versions.transition(command.on(id)));
  }
}
