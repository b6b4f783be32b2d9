package app.vouch.platform.timer;

import java.util.UUID;

/**
 * Something that happens to a resource at a time. It runs in the resource's tenant, outside any
 * transaction, at least once: it reads the state again and does nothing when it is stale.
 */
public interface TimedStep {
  /** The step's name, unique, such as {@code introduction-expiry}; stored with every timer. */
  String name();

  /**
   * @param which tells several timers of one resource apart, such as {@code 2} for a second
   *     reminder
   */
  void run(UUID resourceId, String which);
}
