package app.vouch.shared;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param data at most as many as were asked for
 */
public record Page<T>(List<T> data, PageInfo page) {

  /**
   * @param nextCursor where the next page starts; null on the last
   */
  public record PageInfo(@Nullable String nextCursor, boolean hasMore) {}

  /**
   * A page from a query that fetched one row more than asked for.
   *
   * @param rows up to {@code limit + 1} rows
   * @param cursor the key of a row
   */
  public static <R, T> Page<T> of(
      List<R> rows, int limit, Function<R, Cursor> cursor, Function<List<R>, List<T>> views) {
    boolean more = rows.size() > limit;
    List<R> kept = more ? rows.subList(0, limit) : rows;
    String next = more ? cursor.apply(kept.getLast()).encode() : null;
    return new Page<>(views.apply(kept), new PageInfo(next, more));
  }
}
