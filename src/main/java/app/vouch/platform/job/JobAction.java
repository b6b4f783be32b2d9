package app.vouch.platform.job;

/** What can happen to a job. Callers may ask for those of {@link JobStep}. */
public enum JobAction {
  /** The first step of each job; it has no row in the table. */
  ENQUEUE,
  START,
  FINISH,
  FAIL,
  RETRY,
  CANCEL
}
