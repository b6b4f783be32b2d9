package app.vouch.attribution;

import app.vouch.platform.graphql.ConnectionPage;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of touchpoints in GraphQL. */
public record TouchpointConnection(
    @NonNull List<@NonNull TouchpointEdge> edges, @NonNull ConnectionPage pageInfo) {

  /** One touchpoint and its place. */
  public record TouchpointEdge(@NonNull String cursor, @NonNull TouchpointView node) {}
}
