package app.vouch.directory;

import app.vouch.platform.graphql.ConnectionPage;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of suppressions in GraphQL. */
public record SuppressionConnection(
    @NonNull List<@NonNull SuppressionEdge> edges, @NonNull ConnectionPage pageInfo) {

  /** One of them and its place. */
  public record SuppressionEdge(@NonNull String cursor, @NonNull SuppressionView node) {}
}
