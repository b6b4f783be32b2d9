package app.vouch.directory;

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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Suppressions over REST. */
@Path("/v1/suppressions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Directory")
public class SuppressionResource {
  private final SuppressionService suppressions;

  SuppressionResource(SuppressionService suppressions) {
    this.suppressions = suppressions;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.SUPPRESSIONS_WRITE)
  @Operation(
      operationId = "suppressAddress",
      summary = "Say that nobody is to write to an address any more",
      description =
          "Open introductions of whom it reaches end, and no new ones are possible. The address"
              + " itself is not kept.")
  @APIResponseSchema(value = SuppressionView.class, responseCode = "201")
  public Response suppress(@NotNull SuppressAddress command) {
    return Responses.of(suppressions.suppress(command));
  }

  @POST
  @Path("/{id}/lift")
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.SUPPRESSIONS_LIFT)
  @Operation(operationId = "liftSuppression", summary = "Let the address be written to again")
  @APIResponseSchema(SuppressionView.class)
  public Response lift(@PathParam("id") String id, @NotNull LiftSuppression command) {
    return Responses.of(suppressions.lift(command.on(id)));
  }

  @GET
  @Needs(Scope.SUPPRESSIONS_READ)
  @Operation(operationId = "suppressions", summary = "List suppressions, the newest first")
  public Page<SuppressionView> list(
      @QueryParam("email") @Nullable String email,
      @Schema(implementation = Boolean.class) @QueryParam("active") @Nullable String active,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return suppressions.list(
        PageRequest.parse(limit, cursor), SuppressionFilter.parse(email, active));
  }

  @GET
  @Path("/{id}")
  @Needs(Scope.SUPPRESSIONS_READ)
  @Operation(operationId = "suppression", summary = "Read a suppression")
  public SuppressionView get(@PathParam("id") String id) {
    return suppressions.get(id);
  }
}
