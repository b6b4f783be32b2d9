package app.vouch.incentive;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.graphql.Payloads;
import app.vouch.platform.graphql.UserError;
import app.vouch.platform.job.JobView;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Simulations of program versions over GraphQL. */
@GraphQLApi
public class ProgramVersionSimulationGraph {
  private final ProgramVersionSimulationService simulations;

  ProgramVersionSimulationGraph(ProgramVersionSimulationService simulations) {
    this.simulations = simulations;
  }

  @Mutation
  @Needs(Scope.REWARDS_READ)
  @Description("Tells what a version would have granted for won deals, as a job; grants nothing.")
  public @NonNull SimulateProgramVersionPayload simulateProgramVersion(
      @NonNull SimulateProgramVersion input) {
    return Payloads.of(() -> simulations.begin(input), SimulateProgramVersionPayload::new);
  }

  /** The job, or why not. */
  public record SimulateProgramVersionPayload(
      @Nullable JobView job, @NonNull List<@NonNull UserError> userErrors) {}
}
