package app.vouch.incentive;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.http.Responses;
import app.vouch.platform.job.JobView;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Simulations of program versions over REST. */
@Path("/v1/program-versions/{id}/simulations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Programs")
public class ProgramVersionSimulationResource {
  private final ProgramVersionSimulationService simulations;

  ProgramVersionSimulationResource(ProgramVersionSimulationService simulations) {
    this.simulations = simulations;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.REWARDS_READ)
  @Operation(
      operationId = "simulateProgramVersion",
      summary = "Tell what a version would have granted for won deals, as a job",
      description = "The job's items say it for each deal, the last one in all. It grants nothing.")
  @APIResponseSchema(value = JobView.class, responseCode = "201")
  public Response begin(@PathParam("id") String id, @NotNull SimulateProgramVersion command) {
    return Responses.of(simulations.begin(command.on(id)));
  }
}
