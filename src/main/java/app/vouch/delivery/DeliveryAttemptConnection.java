package app.vouch.delivery;

import app.vouch.platform.graphql.ConnectionPage;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of delivery attempts in GraphQL. */
public record DeliveryAttemptConnection(
    @NonNull List<@NonNull DeliveryAttemptEdge> edges, @NonNull ConnectionPage pageInfo) {

  /** One of them and its place. */
  public record DeliveryAttemptEdge(@NonNull String cursor, @NonNull DeliveryAttemptView node) {}
}
