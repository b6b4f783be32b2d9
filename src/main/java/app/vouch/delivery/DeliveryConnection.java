package app.vouch.delivery;

import app.vouch.platform.graphql.ConnectionPage;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of deliveries in GraphQL. */
public record DeliveryConnection(
    @NonNull List<@NonNull DeliveryEdge> edges, @NonNull ConnectionPage pageInfo) {

  /** One of them and its place. */
  public record DeliveryEdge(@NonNull String cursor, @NonNull DeliveryView node) {}
}
