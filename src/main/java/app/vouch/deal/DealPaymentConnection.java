package app.vouch.deal;

import app.vouch.platform.graphql.ConnectionPage;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of payments in GraphQL. */
public record DealPaymentConnection(
    @NonNull List<@NonNull DealPaymentEdge> edges, @NonNull ConnectionPage pageInfo) {

  /** One of them and its place. */
  public record DealPaymentEdge(@NonNull String cursor, @NonNull DealPaymentView node) {}
}
