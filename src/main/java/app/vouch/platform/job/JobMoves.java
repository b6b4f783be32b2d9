package app.vouch.platform.job;

import app.vouch.platform.event.Events;
import app.vouch.platform.journal.Journal;
import app.vouch.platform.journal.Step;
import app.vouch.shared.IdType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The steps of a job that is locked. */
@ApplicationScoped
class JobMoves {
  private final JobRepository jobs;
  private final Journal journal;
  private final Events events;
  private final Clock clock;

  JobMoves(JobRepository jobs, Journal journal, Events events, Clock clock) {
    this.jobs = jobs;
    this.journal = journal;
    this.events = events;
    this.clock = clock;
  }

  void move(Job job, JobAction action, @Nullable String note) {
    JobState from = job.state();
    JobState to = JobLifecycle.TABLE.move(IdType.JOB, from, action);
    job.changeTo(to, clock.instant());
    jobs.flush();
    journal.record(new Step(IdType.JOB, job.id(), from, action, to, job.version(), null, note));
    if (ends(to)) {
      events.publish(new JobEvents.JobFinished(from, job.view()));
    }
  }

  private static boolean ends(JobState state) {
    return switch (state) {
      case FINISHED, FAILED, CANCELLED -> true;
      case QUEUED, RUNNING -> false;
    };
  }
}
