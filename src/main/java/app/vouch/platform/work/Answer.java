package app.vouch.platform.work;

import org.jspecify.annotations.Nullable;

/**
 * What a write answers.
 *
 * @param preview of a dry run; null otherwise
 */
public record Answer<V>(Outcome outcome, V view, @Nullable Preview preview) {

  public static <V> Answer<V> created(V view) {
    return new Answer<>(Outcome.CREATED, view, null);
  }

  public static <V> Answer<V> done(V view) {
    return new Answer<>(Outcome.DONE, view, null);
  }
}
