package app.vouch.platform.key;

import app.vouch.platform.graphql.ConnectionPage;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of API keys in GraphQL. */
public record ApiKeyConnection(
    @NonNull List<@NonNull ApiKeyEdge> edges, @NonNull ConnectionPage pageInfo) {

  /** One key and its place. */
  public record ApiKeyEdge(@NonNull String cursor, @NonNull ApiKeyView node) {}
}
