package app.vouch.platform.due;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.due.DueItemConnection.DueItemEdge;
import app.vouch.platform.graphql.Connections;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** What is due, over GraphQL. */
@GraphQLApi
public class DueItemGraph {
  private final DueItemService items;

  DueItemGraph(DueItemService items) {
    this.items = items;
  }

  @Query
  @Needs(Scope.REFERRALS_READ)
  @Description(
      "What is due and overdue, the earliest first; items of introductions need introductions:read as well.")
  public @NonNull DueItemConnection dueItems(
      @DefaultValue("50") int first, @Nullable String after, @Nullable DueItemFilter filter) {
    return Connections.of(
        DueItemService::cursor,
        items.list(Connections.first(first), after, filter == null ? DueItemFilter.NONE : filter),
        after != null,
        DueItemEdge::new,
        DueItemConnection::new);
  }
}
