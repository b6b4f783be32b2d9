package app.vouch.platform.job;

import app.vouch.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What became of one of the things that a job goes through.
 *
 * @param resourceId TypeID
 * @param code why it was refused, as in a problem; null when it was done
 * @param message the same for people
 */
public record JobItem(String resourceId, @Nullable String code, @Nullable String message) {

  public static JobItem done(String resourceId) {
    return new JobItem(resourceId, null, null);
  }

  public static JobItem refused(String resourceId, Refusal refusal) {
    return new JobItem(resourceId, refusal.type().slug(), refusal.detail());
  }

  boolean isRefused() {
    return code != null;
  }
}
