package app.vouch.platform.job;

/** What a caller may do with a job. */
public enum JobStep {
  /** Goes on where it failed. */
  RETRY(JobAction.RETRY, JobState.QUEUED),
  /** Stops it; what it has done stays done. */
  CANCEL(JobAction.CANCEL, JobState.CANCELLED);

  private final JobAction action;
  private final JobState target;

  JobStep(JobAction action, JobState target) {
    this.action = action;
    this.target = target;
  }

  JobAction action() {
    return action;
  }

  JobState target() {
    return target;
  }
}
