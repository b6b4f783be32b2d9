package app.vouch.platform.job;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.graphql.Connections;
import app.vouch.platform.graphql.Payloads;
import app.vouch.platform.graphql.UserError;
import app.vouch.platform.job.JobConnections.JobConnection;
import app.vouch.platform.job.JobConnections.JobEdge;
import app.vouch.platform.job.JobConnections.JobItemConnection;
import app.vouch.platform.job.JobConnections.JobItemEdge;
import app.vouch.shared.IdType;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Jobs over GraphQL. */
@GraphQLApi
public class JobGraph {
  private final JobService jobs;

  JobGraph(JobService jobs) {
    this.jobs = jobs;
  }

  @Query
  @Needs(Scope.JOBS_READ)
  @Description("A job, by its id: how far it is.")
  public JobView job(@Id @NonNull String id) {
    return jobs.get(id);
  }

  @Query
  @Needs(Scope.JOBS_READ)
  @Description("Jobs, the newest first.")
  public @NonNull JobConnection jobs(
      @DefaultValue("50") @Nullable Integer first,
      @Nullable String after,
      @Nullable JobFilter filter) {
    return Connections.of(
        IdType.JOB,
        jobs.list(Connections.page(first, after), filter == null ? JobFilter.ALL : filter),
        after != null,
        JobEdge::new,
        JobConnection::new);
  }

  @Query
  @Needs(Scope.JOBS_READ)
  @Description("What became of the things that a job went through, the latest first.")
  public @NonNull JobItemConnection jobItems(
      @Id @NonNull String id, @DefaultValue("50") @Nullable Integer first, @Nullable String after) {
    return Connections.of(
        IdType.JOB_ITEM,
        jobs.items(id, Connections.page(first, after)),
        after != null,
        JobItemEdge::new,
        JobItemConnection::new);
  }

  @Mutation
  @Needs(Scope.JOBS_WRITE)
  @Description("Retries a job where it failed, or cancels it; what it has done stays done.")
  public @NonNull TransitionJobPayload transitionJob(@NonNull TransitionJob input) {
    return Payloads.of(() -> jobs.transition(input), TransitionJobPayload::new);
  }

  /** The job, or why not. */
  public record TransitionJobPayload(
      @Nullable JobView job, @NonNull List<@NonNull UserError> userErrors) {}
}
