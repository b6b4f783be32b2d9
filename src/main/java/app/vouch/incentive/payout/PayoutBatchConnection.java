package app.vouch.incentive.payout;

import app.vouch.platform.graphql.ConnectionPage;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of payout batches in GraphQL. */
public record PayoutBatchConnection(
    @NonNull List<@NonNull PayoutBatchEdge> edges, @NonNull ConnectionPage pageInfo) {

  /** One batch and its place. */
  public record PayoutBatchEdge(@NonNull String cursor, @NonNull PayoutBatchView node) {}
}
