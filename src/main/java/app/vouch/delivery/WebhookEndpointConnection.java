package app.vouch.delivery;

import app.vouch.platform.graphql.ConnectionPage;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of webhook endpoints in GraphQL. */
public record WebhookEndpointConnection(
    @NonNull List<@NonNull WebhookEndpointEdge> edges, @NonNull ConnectionPage pageInfo) {

  /** One endpoint and its place. */
  public record WebhookEndpointEdge(@NonNull String cursor, @NonNull WebhookEndpointView node) {}
}
