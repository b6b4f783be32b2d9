package app.vouch.platform.erasure;

import org.jspecify.annotations.Nullable;

/**
 * A part of erasing a person. A context that keeps something of people contributes its parts; each
 * may be done again, and finds nothing then.
 */
public interface Erasing {

  /** When a part has its turn. */
  enum Stage {
    /** What is under way with the person ends. */
    STOP,
    /** Their address leads to nobody any more; then what began meanwhile is stopped as well. */
    FORGET,
    /** The rows that are about the person are emptied. */
    EMPTY,
    /** What was told of the person before is found and removed. */
    TRACES
  }

  /** What it erases, in the plural, unique; as the job's report names it. */
  String what();

  Stage stage();

  /**
   * Erases some, in the open transaction.
   *
   * @param place where the last step ended; null for the first
   */
  Step erase(Erased person, @Nullable String place);

  /**
   * @param changed how many rows
   * @param place where the next step begins; null when this was the last
   */
  record Step(int changed, @Nullable String place) {
    public static Step last(int changed) {
      return new Step(changed, null);
    }
  }
}
