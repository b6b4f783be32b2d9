package app.vouch.incentive;

import app.vouch.platform.graphql.ConnectionPage;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of payouts in GraphQL. */
public record PayoutConnection(
    @NonNull List<@NonNull PayoutEdge> edges, @NonNull ConnectionPage pageInfo) {

  /** One payout and its place. */
  public record PayoutEdge(@NonNull String cursor, @NonNull PayoutView node) {}
}
