package app.vouch.program;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.http.Responses;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Encoded;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Referrers over REST. */
@Path("/v1/referrers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Programs")
public class ReferrerResource {
  private final ReferrerService referrers;

  ReferrerResource(ReferrerService referrers) {
    this.referrers = referrers;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.REFERRERS_WRITE)
  @Operation(
      operationId = "enrolReferrer",
      summary = "Enrol a person in a program, or update the enrolment")
  @APIResponseSchema(value = ReferrerView.class, responseCode = "201")
  public Response enrol(@NotNull EnrolReferrer command) {
    return Responses.of(referrers.enrol(command));
  }

  @POST
  @Path("/{id}/transitions")
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.REFERRERS_WRITE)
  @Operation(operationId = "transitionReferrer", summary = "Pause, resume or remove a referrer")
  @APIResponseSchema(ReferrerView.class)
  public Response transition(
      @Encoded @PathParam("id") String id, @NotNull TransitionReferrer command) {
    return Responses.of(referrers.transition(command.on(id)));
  }

  @GET
  @Needs(Scope.REFERRERS_READ)
  @Operation(operationId = "referrers", summary = "List referrers, the newest first")
  public Page<ReferrerView> list(
      @QueryParam("programId") @Nullable String programId,
      @QueryParam("personId") @Nullable String personId,
      @Schema(implementation = ReferrerState.class) @QueryParam("state") @Nullable String state,
      @QueryParam("code") @Nullable String code,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return referrers.list(
        PageRequest.parse(limit, cursor), ReferrerFilter.of(programId, personId, state, code));
  }

  @GET
  @Path("/{id}")
  @Needs(Scope.REFERRERS_READ)
  @Operation(operationId = "referrer", summary = "Read a referrer")
  @APIResponseSchema(ReferrerView.class)
  public Response get(
      @Encoded @PathParam("id") String id,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    return Responses.of(referrers.get(id), ifNoneMatch);
  }
}
