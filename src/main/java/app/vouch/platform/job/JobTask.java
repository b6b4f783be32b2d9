package app.vouch.platform.job;

import app.vouch.platform.access.Scope;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A kind of job. A context that has long work contributes one.
 *
 * @param <I> a record that says what to do; kept as JSON
 */
public interface JobTask<I> {
  /** The kind's name, unique, such as {@code ledger-verification}; stored with every job. */
  String kind();

  Class<I> inputType();

  /** What a key must hold, besides {@code jobs:read}, to be shown what was found out. */
  default Scope resultScope() {
    return Scope.JOBS_READ;
  }

  /**
   * Does the next piece, in a few seconds at most, outside any transaction, by whoever asked for
   * the job. A piece that was under way when the process died is done again.
   *
   * @param cursor what the piece before gave; null for the first
   */
  JobSlice run(UUID jobId, I input, @Nullable String cursor);
}
