package app.vouch.incentive.proof;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a check that goes by ids begins. */
final class Cursors {
  private static final UUID START = new UUID(0, 0);

  /** No id is above it. */
  static final UUID END = new UUID(-1, -1);

  /** The id after which to go on. */
  static UUID after(@Nullable String cursor) {
    return cursor == null ? START : UUID.fromString(cursor);
  }

  static UUID orStart(@Nullable UUID id) {
    return id == null ? START : id;
  }

  private Cursors() {}
}
