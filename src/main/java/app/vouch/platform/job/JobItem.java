package app.vouch.platform.job;

import app.vouch.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What became of one of the things that a job goes through.
 *
 * @param resourceId TypeID
 * @param code why it was refused, as in a problem; null when it was done
 * @param message the same for people
 * @param result JSON text of what was found out about it; null where the kind finds out nothing
 */
public record JobItem(
    String resourceId, @Nullable String code, @Nullable String message, @Nullable String result) {

  public static JobItem done(String resourceId) {
    return new JobItem(resourceId, null, null, null);
  }

  public static JobItem found(String resourceId, String result) {
    return new JobItem(resourceId, null, null, result);
  }

  public static JobItem refused(String resourceId, Refusal refusal) {
    return new JobItem(resourceId, refusal.type().slug(), refusal.detail(), null);
  }

  boolean isRefused() {
    return code != null;
  }
}
