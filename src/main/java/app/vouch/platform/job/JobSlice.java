package app.vouch.platform.job;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a job that is done.
 *
 * @param done how many things it went through
 * @param items what became of those that somebody wants to read about one by one
 * @param cursor where the next piece begins; null when this was the last
 */
public record JobSlice(int done, List<JobItem> items, @Nullable String cursor) {

  /** The last piece. */
  public static JobSlice last(int done, List<JobItem> items) {
    return new JobSlice(done, items, null);
  }
}
