package app.vouch.platform.job;

import app.vouch.platform.access.RequestContext;
import app.vouch.platform.tenant.TenantScope;
import app.vouch.platform.timer.TimedStep;
import app.vouch.shared.IdType;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Goes on with a job, piece by piece, until it is over or others should have a turn. */
@ApplicationScoped
class JobRunner implements TimedStep {
  static final String NAME = "job";
  private static final Duration LONGEST_TURN = Duration.ofSeconds(10);
  private static final Logger LOG = Logger.getLogger(JobRunner.class);

  private final JobTasks tasks;
  private final JobProgress progress;
  private final TenantScope scope;
  private final RequestContext request;
  private final ObjectMapper json;

  JobRunner(
      JobTasks tasks,
      JobProgress progress,
      TenantScope scope,
      RequestContext request,
      ObjectMapper json) {
    this.tasks = tasks;
    this.progress = progress;
    this.scope = scope;
    this.request = request;
    this.json = json;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(UUID jobId, String which) {
    int turn = Integer.parseInt(which);
    UUID tenant = request.tenantId();
    long begun = System.nanoTime();
    boolean more = true;
    while (more && System.nanoTime() - begun < LONGEST_TURN.toNanos()) {
      more = piece(tenant, jobId, turn);
    }
    if (more) {
      progress.handOver(jobId, turn);
    }
  }

  /**
   * @return whether there is another piece for this turn
   */
  private boolean piece(UUID tenant, UUID jobId, int turn) {
    Optional<JobProgress.Place> place = progress.next(jobId, turn);
    if (place.isEmpty()) {
      return false;
    }
    try {
      JobSlice slice =
          scope.call(
              tenant,
              place.get().actor(),
              IdType.JOB.format(jobId),
              () -> run(jobId, tasks.of(place.get().kind()), place.get()));
      progress.advance(jobId, turn, slice);
      return slice.cursor() != null;
    } catch (Refusal refusal) {
      if (refusal.type() == ProblemType.TRY_AGAIN) {
        progress.stumble(jobId, turn, refusal.type().slug(), refusal.detail());
      } else {
        progress.fail(jobId, turn, refusal.type().slug(), refusal.detail());
      }
      return false;
    } catch (RuntimeException e) {
      LOG.errorf(e, "a piece of %s failed", IdType.JOB.format(jobId));
      progress.stumble(
          jobId,
          turn,
          ProblemType.INTERNAL.slug(),
          "a piece of it failed on our side several times; the log says why. Retry it when that is mended");
      return false;
    }
  }

  private <I> JobSlice run(UUID jobId, JobTask<I> task, JobProgress.Place place) {
    return task.run(jobId, read(task.inputType(), place.input()), place.cursor());
  }

  private <I> I read(Class<I> type, String input) {
    try {
      return json.readValue(input, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a job's input cannot be read as " + type.getName(), e);
    }
  }
}
