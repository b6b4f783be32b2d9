package app.vouch.platform.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A kind of row that is not kept for ever. Across tenants: it knows ages, no contents. */
public interface Expiring {
  /** How many rows a step looks at, so that it holds few locks for a short time. */
  int BATCH = 500;

  /** Where a sweep begins. */
  UUID START = new UUID(0, 0);

  /** What it is, in the plural, as in a metric's label. */
  String what();

  Duration keep();

  /**
   * Removes some, in the open transaction. What somebody else holds is left for another time.
   *
   * @param before made before this time
   * @param after where the last step ended
   */
  Step remove(Instant before, UUID after);

  /**
   * @param removed how many rows
   * @param last where it ended; empty when nothing is left
   */
  record Step(int removed, Optional<UUID> last) {}
}
