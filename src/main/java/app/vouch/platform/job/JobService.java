package app.vouch.platform.job;

import app.vouch.platform.access.RequestContext;
import app.vouch.platform.journal.Journal;
import app.vouch.platform.persistence.Reads;
import app.vouch.platform.work.Answer;
import app.vouch.platform.work.Work;
import app.vouch.shared.Cursor;
import app.vouch.shared.IdType;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import app.vouch.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What can be done with jobs. They are begun by what takes long. */
@ApplicationScoped
public class JobService {
  private final JobRepository jobs;
  private final JobMoves moves;
  private final Jobs starts;
  private final JobTasks tasks;
  private final RequestContext request;
  private final Journal journal;
  private final Work work;

  JobService(
      JobRepository jobs,
      JobMoves moves,
      Jobs starts,
      JobTasks tasks,
      RequestContext request,
      Journal journal,
      Work work) {
    this.jobs = jobs;
    this.moves = moves;
    this.starts = starts;
    this.tasks = tasks;
    this.request = request;
    this.journal = journal;
    this.work = work;
  }

  /**
   * Retries a job that failed, where it failed, or cancels one; a step that was just made answers
   * the present state.
   *
   * @throws Refusal.NotAllowed when the state has no such action
   */
  public Answer<JobView> transition(TransitionJob command) {
    UUID id = IdType.JOB.inPath(command.id());
    return work.write(
        "transitionJob", command, JobView.class, () -> Answer.done(step(id, command)));
  }

  private JobView step(UUID id, TransitionJob command) {
    JobStep step = command.action();
    Job job = jobs.lock(id);
    if (job.state() == step.target() && journal.lastWas(id, step.action(), step.target())) {
      return job.view();
    }
    moves.move(job, step.action(), command.note());
    if (step == JobStep.RETRY) {
      starts.setTimer(job);
    }
    jobs.flush();
    return job.view();
  }

  /**
   * @throws Refusal.NotFound when the tenant has no such job
   */
  @Reads
  public JobView get(String id) {
    return find(id).view();
  }

  private Job find(String id) {
    Job found = jobs.findById(IdType.JOB.inPath(id));
    if (found == null) {
      throw new Refusal.NotFound(IdType.JOB, id);
    }
    return found;
  }

  /** By id, in one query; what does not exist is left out. */
  @Reads
  public Map<UUID, JobView> byIds(Collection<UUID> wanted) {
    return jobs.byIds(wanted).stream().collect(Collectors.toMap(Job::id, Job::view));
  }

  /** The newest first. */
  @Reads
  public Page<JobView> list(PageRequest page, JobFilter filter) {
    return Page.of(
        jobs.page(page, filter),
        page.limit(),
        job -> new Cursor(job.id()),
        rows -> rows.stream().map(Job::view).toList());
  }

  /**
   * What became of the things that a job went through, the latest first.
   *
   * @throws Refusal.NotFound when the tenant has no such job
   */
  @Reads
  public Page<JobItemView> items(String id, PageRequest page) {
    Job job = find(id);
    boolean withResult = request.hasScope(tasks.of(job.kind()).resultScope());
    return Page.of(
        jobs.items(job.id(), page),
        page.limit(),
        item -> new Cursor(item.id()),
        rows -> rows.stream().map(row -> row.view(withResult)).toList());
  }
}
