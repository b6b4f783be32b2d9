package app.vouch.incentive.recognition;

import app.vouch.platform.graphql.ConnectionPage;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of tier changes in GraphQL. */
public record TierChangeConnection(
    @NonNull List<@NonNull TierChangeEdge> edges, @NonNull ConnectionPage pageInfo) {

  /** One of them and its place. */
  public record TierChangeEdge(@NonNull String cursor, @NonNull TierChangeView node) {}
}
