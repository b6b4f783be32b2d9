package app.vouch.platform.job;

import app.vouch.platform.access.Actor;
import app.vouch.platform.timer.Timers;
import app.vouch.platform.work.Work;
import app.vouch.shared.IdType;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps how far a job is, each time in a transaction of its own. A turn that is not the job's
 * latest, such as of a replica that was taken for dead, changes nothing.
 */
@ApplicationScoped
class JobProgress {
  private static final int FAULTS_IN_A_ROW = 5;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final int PAUSE_GROWS_BY = 4;

  /** What is to be done next, and in whose name. */
  record Place(String kind, String input, @Nullable String cursor, Actor actor) {}

  private final JobRepository jobs;
  private final JobMoves moves;
  private final Jobs starts;
  private final Timers timers;
  private final Work work;
  private final Uuid7 ids;
  private final Clock clock;

  JobProgress(
      JobRepository jobs,
      JobMoves moves,
      Jobs starts,
      Timers timers,
      Work work,
      Uuid7 ids,
      Clock clock) {
    this.jobs = jobs;
    this.moves = moves;
    this.starts = starts;
    this.timers = timers;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  /** The next piece; empty when the job is over, or another turn has it. */
  Optional<Place> next(UUID jobId, int turn) {
    AtomicReference<@Nullable Place> place = new AtomicReference<>();
    change(
        jobId,
        turn,
        job -> {
          if (job.state() == JobState.QUEUED) {
            moves.move(job, JobAction.START, null);
          }
          place.set(new Place(job.kind(), job.input(), job.cursor(), job.actor()));
        });
    return Optional.ofNullable(place.get());
  }

  void advance(UUID jobId, int turn, JobSlice slice) {
    change(
        jobId,
        turn,
        job -> {
          slice.items().forEach(item -> jobs.add(new JobItemRow(ids.next(), jobId, item)));
          job.advance(slice, clock.instant());
          if (slice.cursor() == null) {
            moves.move(job, JobAction.FINISH, null);
          }
        });
  }

  /** Lets others have a turn. */
  void handOver(UUID jobId, int turn) {
    change(jobId, turn, starts::setTimer);
  }

  /** Tries the piece again later; after some times the job fails. */
  void stumble(UUID jobId, int turn, String code, String message) {
    change(
        jobId,
        turn,
        job -> {
          int faults = job.stumble(clock.instant());
          if (faults >= FAULTS_IN_A_ROW) {
            job.failedBecause(code, message);
            moves.move(job, JobAction.FAIL, null);
          } else {
            Duration pause =
                FIRST_PAUSE.multipliedBy((long) Math.pow(PAUSE_GROWS_BY, faults - 1.0));
            timers.schedule(
                JobRunner.NAME,
                IdType.JOB,
                jobId,
                Integer.toString(job.nextTurn()),
                clock.instant().plus(pause));
          }
        });
  }

  void fail(UUID jobId, int turn, String code, String message) {
    change(
        jobId,
        turn,
        job -> {
          job.failedBecause(code, message);
          moves.move(job, JobAction.FAIL, null);
        });
  }

  private void change(UUID jobId, int turn, Consumer<Job> change) {
    work.step(
        JobRunner.NAME,
        () -> {
          Job job = jobs.lock(jobId);
          boolean open = job.state() == JobState.QUEUED || job.state() == JobState.RUNNING;
          if (open && job.isTurn(turn)) {
            change.accept(job);
          }
        });
  }
}
