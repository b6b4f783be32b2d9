package app.vouch.shared;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted.
 *
 * @param limit 1 to 200
 * @param after the last row of the page before
 */
public record PageRequest(int limit, Cursor after) {
  public static final int DEFAULT_LIMIT = 50;
  public static final int MAX_LIMIT = 200;

  /**
   * From query parameters.
   *
   * @throws Refusal.Invalid when the limit is out of bounds or the cursor unknown
   */
  public static PageRequest parse(@Nullable String limit, @Nullable String cursor) {
    return new PageRequest(limit(limit), cursor == null ? Cursor.START : Cursor.decode(cursor));
  }

  /**
   * @param text null where the caller said nothing
   * @throws Refusal.Invalid when it is out of bounds
   */
  public static int limit(@Nullable String text) {
    if (text == null) {
      return DEFAULT_LIMIT;
    }
    if (text.matches("[0-9]{1,3}")) {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MAX_LIMIT) {
        return limit;
      }
    }
    throw new Refusal.Invalid("/limit", "out-of-bounds", "must be a number from 1 to " + MAX_LIMIT);
  }
}
