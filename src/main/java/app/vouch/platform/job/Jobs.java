package app.vouch.platform.job;

import app.vouch.platform.access.RequestContext;
import app.vouch.platform.journal.Journal;
import app.vouch.platform.journal.Step;
import app.vouch.platform.timer.Timers;
import app.vouch.shared.IdType;
import app.vouch.shared.Uuid7;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Begins jobs: a row and a timer, in the transaction that wants them. */
@ApplicationScoped
public class Jobs {
  private final JobRepository jobs;
  private final Journal journal;
  private final Timers timers;
  private final RequestContext request;
  private final ObjectMapper json;
  private final Uuid7 ids;
  private final Clock clock;

  Jobs(
      JobRepository jobs,
      Journal journal,
      Timers timers,
      RequestContext request,
      ObjectMapper json,
      Uuid7 ids,
      Clock clock) {
    this.jobs = jobs;
    this.journal = journal;
    this.timers = timers;
    this.request = request;
    this.json = json;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Begins a job; it works in the name of the present actor.
   *
   * @param total how many things it will go through; null while that is not known
   */
  @Transactional(TxType.MANDATORY)
  public <I> JobView start(JobTask<I> task, I input, @Nullable Integer total) {
    Job job =
        new Job(ids.next(), task.kind(), write(input), total, request.actor(), clock.instant());
    jobs.persist(job);
    setTimer(job);
    journal.record(
        new Step(
            IdType.JOB, job.id(), null, JobAction.ENQUEUE, job.state(), job.version(), null, null));
    return job.view();
  }

  /** What a job has found out so far, item by item, the oldest first. */
  @Transactional(TxType.MANDATORY)
  public List<String> results(UUID jobId) {
    return jobs.results(jobId);
  }

  void setTimer(Job job) {
    timers.schedule(
        JobRunner.NAME, IdType.JOB, job.id(), Integer.toString(job.nextTurn()), clock.instant());
  }

  private String write(Object input) {
    try {
      return json.writeValueAsString(input);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a job's input cannot be written as JSON", e);
    }
  }
}
