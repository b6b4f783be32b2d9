package app.vouch.platform.due;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The part of a kind's rows that a page may need.
 *
 * @param from the place that the page before ended with; null at the start
 * @param since nothing that was due before; null without a bound
 * @param until nothing that is due later; null without a bound
 */
public record DueRange(
    @Nullable Instant from,
    @Nullable UUID resource,
    boolean withResource,
    @Nullable Instant since,
    @Nullable Instant until,
    int limit) {

  /**
   * The range as conditions of a query.
   *
   * @param due the column with the due time
   * @param id the column with the resource's id
   * @param parameters gets what the conditions name
   */
  public String conditions(String due, String id, Map<String, Object> parameters) {
    StringBuilder conditions = new StringBuilder(due + " is not null");
    if (from != null && resource != null) {
      conditions.append(
          " and %s >= :dueFrom and (%s > :dueFrom or %s %s :dueResource)"
              .formatted(due, due, id, withResource ? ">=" : ">"));
      parameters.put("dueFrom", from);
      parameters.put("dueResource", resource);
    }
    if (since != null) {
      conditions.append(" and %s > :dueSince".formatted(due));
      parameters.put("dueSince", since);
    }
    if (until != null) {
      conditions.append(" and %s <= :dueUntil".formatted(due));
      parameters.put("dueUntil", until);
    }
    return conditions.toString();
  }
}
