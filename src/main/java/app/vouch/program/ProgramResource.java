package app.vouch.program;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.http.MergePatch;
import app.vouch.platform.http.Responses;
import app.vouch.program.UpdateProgram.ProgramPatch;
import app.vouch.shared.Choices;
import app.vouch.shared.Language;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Programs over REST. */
@Path("/v1/programs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Programs")
public class ProgramResource {
  private final ProgramService programs;
  private final ProgramVersionService versions;
  private final ProgramBriefService briefs;
  private final ObjectMapper json;

  ProgramResource(
      ProgramService programs,
      ProgramVersionService versions,
      ProgramBriefService briefs,
      ObjectMapper json) {
    this.briefs = briefs;
    this.programs = programs;
    this.versions = versions;
    this.json = json;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.PROGRAMS_WRITE)
  @Operation(operationId = "createProgram", summary = "Make a program")
  @APIResponseSchema(value = ProgramView.class, responseCode = "201")
  public Response create(@NotNull CreateProgram command) {
    return Responses.of(programs.create(command));
  }

  @PATCH
  @Path("/{id}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @Needs(Scope.PROGRAMS_WRITE)
  @Operation(operationId = "updateProgram", summary = "Rename a program or make it the default")
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(implementation = ProgramPatch.class)))
  @APIResponseSchema(ProgramView.class)
  public Response update(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull JsonNode patch) {
    return Responses.of(
        programs.update(
            UpdateProgram.of(
                id, Responses.ifMatch(ifMatch), MergePatch.read(json, patch, ProgramPatch.class))));
  }

  @POST
  @Path("/{id}/transitions")
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.PROGRAMS_WRITE)
  @Operation(operationId = "transitionProgram", summary = "Archive a program")
  @APIResponseSchema(ProgramView.class)
  public Response transition(@PathParam("id") String id, @NotNull TransitionProgram command) {
    return Responses.of(programs.transition(command.on(id)));
  }

  @GET
  @Needs(Scope.PROGRAMS_READ)
  @Operation(operationId = "programs", summary = "List programs, the newest first")
  public Page<ProgramView> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
    return programs.list(PageRequest.parse(limit, cursor));
  }

  @GET
  @Path("/{id}")
  @Needs(Scope.PROGRAMS_READ)
  @Operation(operationId = "program", summary = "Read a program")
  @APIResponseSchema(ProgramView.class)
  public Response get(
      @PathParam("id") String id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    return Responses.of(programs.get(id), ifNoneMatch);
  }

  @POST
  @Path("/{id}/versions")
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.PROGRAMS_WRITE)
  @Operation(operationId = "createProgramVersion", summary = "Draft a program's rules")
  @APIResponseSchema(value = ProgramVersionView.class, responseCode = "201")
  public Response createVersion(@PathParam("id") String id, @NotNull CreateProgramVersion command) {
    return Responses.of(versions.create(command.of(id)));
  }

  @GET
  @Path("/{id}/versions")
  @Needs(Scope.PROGRAMS_READ)
  @Operation(
      operationId = "programVersions",
      summary = "List a program's versions, the newest first")
  public Page<ProgramVersionView> versions(
      @PathParam("id") String id,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return versions.list(id, PageRequest.parse(limit, cursor));
  }

  @GET
  @Path("/{id}/brief")
  @Needs(Scope.PROGRAMS_READ)
  @Operation(
      operationId = "programBrief",
      summary = "Read whom the program's introducers should think of")
  public ProgramBriefView brief(
      @PathParam("id") String id,
      @Parameter(schema = @Schema(implementation = Language.class)) @QueryParam("language")
          @Nullable String language) {
    return briefs.get(id, Choices.parse(Language.class, "/language", language));
  }
}
