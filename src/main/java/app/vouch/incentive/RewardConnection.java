package app.vouch.incentive;

import app.vouch.platform.graphql.ConnectionPage;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of rewards in GraphQL. */
public record RewardConnection(
    @NonNull List<@NonNull RewardEdge> edges, @NonNull ConnectionPage pageInfo) {

  /** One reward and its place. */
  public record RewardEdge(@NonNull String cursor, @NonNull RewardView node) {}
}
