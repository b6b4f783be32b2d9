package app.vouch.incentive.proof;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Some rows that were checked.
 *
 * @param rows how many
 * @param cursor where to go on; null when these were the last
 * @param fault the first that was found
 */
record Piece(int rows, @Nullable String cursor, Optional<Fault> fault) {

  static Piece sound(int rows, @Nullable String cursor) {
    return new Piece(rows, cursor, Optional.empty());
  }

  static Piece faulty(int rows, Fault fault) {
    return new Piece(rows, null, Optional.of(fault));
  }
}
