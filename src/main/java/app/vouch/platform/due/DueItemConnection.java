package app.vouch.platform.due;

import app.vouch.platform.graphql.ConnectionPage;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of due items in GraphQL. */
public record DueItemConnection(
    @NonNull List<@NonNull DueItemEdge> edges, @NonNull ConnectionPage pageInfo) {

  /** One item and its place. */
  public record DueItemEdge(@NonNull String cursor, @NonNull DueItemView node) {}
}
