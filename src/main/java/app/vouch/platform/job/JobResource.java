package app.vouch.platform.job;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.http.Responses;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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

/** Jobs over REST. */
@Path("/v1/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
public class JobResource {
  private final JobService jobs;

  JobResource(JobService jobs) {
    this.jobs = jobs;
  }

  @GET
  @Needs(Scope.JOBS_READ)
  @Operation(operationId = "jobs", summary = "List jobs, the newest first")
  public Page<JobView> list(
      @Schema(implementation = JobState.class) @QueryParam("state") @Nullable String state,
      @QueryParam("kind") @Nullable String kind,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return jobs.list(PageRequest.parse(limit, cursor), JobFilter.parse(state, kind));
  }

  @GET
  @Path("/{id}")
  @Needs(Scope.JOBS_READ)
  @Operation(operationId = "job", summary = "Read how far a job is")
  @APIResponseSchema(JobView.class)
  public Response get(
      @PathParam("id") String id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    return Responses.of(jobs.get(id), ifNoneMatch);
  }

  @GET
  @Path("/{id}/items")
  @Needs(Scope.JOBS_READ)
  @Operation(
      operationId = "jobItems",
      summary = "What became of the things that a job went through, the latest first")
  public Page<JobItemView> items(
      @PathParam("id") String id,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return jobs.items(id, PageRequest.parse(limit, cursor));
  }

  @POST
  @Path("/{id}/transitions")
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.JOBS_WRITE)
  @Operation(
      operationId = "transitionJob",
      summary = "Retry a job where it failed, or cancel it; what it has done stays done")
  @APIResponseSchema(JobView.class)
  public Response transition(@PathParam("id") String id, @NotNull TransitionJob command) {
    return Responses.of(jobs.transition(command.on(id)));
  }
}
