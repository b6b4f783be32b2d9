package app.vouch.incentive;

import app.vouch.platform.graphql.ConnectionPage;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of manual entries in GraphQL. */
public record LedgerAdjustmentConnection(
    @NonNull List<@NonNull LedgerAdjustmentEdge> edges, @NonNull ConnectionPage pageInfo) {

  /** One manual entry and its place. */
  public record LedgerAdjustmentEdge(@NonNull String cursor, @NonNull LedgerAdjustmentView node) {}
}
