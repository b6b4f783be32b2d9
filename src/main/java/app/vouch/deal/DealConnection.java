package app.vouch.deal;

import app.vouch.platform.graphql.ConnectionPage;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of deals in GraphQL. */
public record DealConnection(
    @NonNull List<@NonNull DealEdge> edges, @NonNull ConnectionPage pageInfo) {

  /** One deal and its place. */
  public record DealEdge(@NonNull String cursor, @NonNull DealView node) {}
}
