package app.vouch.platform.graphql;

import app.vouch.platform.work.Identified;
import app.vouch.shared.Cursor;
import app.vouch.shared.IdType;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import app.vouch.shared.Refusal;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Relay connections over the same pages that REST answers. */
public final class Connections {
  private static final int MAX_FIRST = 100;

  /**
   * @throws Refusal.Invalid when {@code first} is not 1 to 100, or the cursor is unknown
   */
  public static PageRequest page(int first, @Nullable String after) {
    return new PageRequest(first(first), after == null ? Cursor.START : Cursor.decode(after));
  }

  /**
   * @throws Refusal.Invalid when {@code first} is not 1 to 100
   */
  public static int first(int first) {
    if (first < 1 || first > MAX_FIRST) {
      throw new Refusal.Invalid("/first", "out-of-bounds", "must be from 1 to " + MAX_FIRST);
    }
    return first;
  }

  /**
   * @param edge makes the edge type from cursor and node
   * @param connection makes the connection type from edges and page info
   */
  public static <V extends Identified, E, C> C of(
      IdType type,
      Page<V> page,
      boolean afterOther,
      BiFunction<String, V, E> edge,
      BiFunction<List<E>, ConnectionPage, C> connection) {
    return of(node -> cursor(type, node), page, afterOther, edge, connection);
  }

  /**
   * For a list that is not ordered by its ids.
   *
   * @param cursor the place of a node
   * @param edge makes the edge type from cursor and node
   * @param connection makes the connection type from edges and page info
   */
  public static <V, E, C> C of(
      Function<V, String> cursor,
      Page<V> page,
      boolean afterOther,
      BiFunction<String, V, E> edge,
      BiFunction<List<E>, ConnectionPage, C> connection) {
    List<V> nodes = page.data();
    List<E> edges = nodes.stream().map(node -> edge.apply(cursor.apply(node), node)).toList();
    return connection.apply(
        edges,
        new ConnectionPage(
            page.page().hasMore(),
            afterOther,
            nodes.isEmpty() ? null : cursor.apply(nodes.getFirst()),
            nodes.isEmpty() ? null : cursor.apply(nodes.getLast())));
  }

  private static String cursor(IdType type, Identified node) {
    return new Cursor(type.inPath(node.id())).encode();
  }

  private Connections() {}
}
