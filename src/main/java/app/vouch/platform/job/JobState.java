package app.vouch.platform.job;

/** Where a job stands; the table is {@link JobLifecycle}. */
public enum JobState {
  QUEUED,
  RUNNING,
  /** All of it was gone through; what was refused is among its items. */
  FINISHED,
  /** It could not go on, and says why. */
  FAILED,
  CANCELLED
}
