package app.vouch.platform.job;

import static app.vouch.platform.job.JobAction.*;
import static app.vouch.platform.job.JobState.*;
import static app.vouch.shared.Lifecycle.on;

import app.vouch.shared.Lifecycle;
import java.util.List;

/** Which actions lead a job where. */
public final class JobLifecycle {
  public static final Lifecycle<JobState, JobAction> TABLE =
      new Lifecycle<>(
          JobState.class,
          JobAction.class,
          List.of(
              on(START, RUNNING, QUEUED),
              on(FINISH, FINISHED, RUNNING),
              on(FAIL, FAILED, QUEUED, RUNNING),
              on(RETRY, QUEUED, FAILED),
              on(CANCEL, CANCELLED, QUEUED, RUNNING, FAILED)));

  private JobLifecycle() {}
}
