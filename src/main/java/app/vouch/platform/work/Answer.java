package app.vouch.platform.work;

import app.vouch.platform.event.Fact;
import java.util.List;

/**
 * What a write answers.
 *
 * @param facts what a preview would have published; empty otherwise
 */
public record Answer<V>(Outcome outcome, V view, List<Fact> facts) {

  public static <V> Answer<V> created(V view) {
    return new Answer<>(Outcome.CREATED, view, List.of());
  }

  public static <V> Answer<V> done(V view) {
    return new Answer<>(Outcome.DONE, view, List.of());
  }
}
