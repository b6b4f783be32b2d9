package app.vouch.incentive.proof;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is verified, piece by piece, from the rows alone: it uses none of the code that
 * wrote them.
 */
interface Check {
  /** What it goes through. */
  CheckKind kind();

  /**
   * Checks some rows, in one consistent view of the database.
   *
   * @param cursor what the piece before gave; null for the first
   */
  Piece run(UUID tenant, @Nullable String cursor);
}
