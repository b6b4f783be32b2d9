package app.vouch.delivery;

import app.vouch.delivery.DeliveryAttemptConnection.DeliveryAttemptEdge;
import app.vouch.delivery.DeliveryConnection.DeliveryEdge;
import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.graphql.Connections;
import app.vouch.platform.graphql.Payloads;
import app.vouch.platform.graphql.UserError;
import app.vouch.shared.IdType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Deliveries over GraphQL. */
@GraphQLApi
public class DeliveryGraph {
  private final DeliveryService deliveries;
  private final WebhookEndpointService endpoints;

  DeliveryGraph(DeliveryService deliveries, WebhookEndpointService endpoints) {
    this.deliveries = deliveries;
    this.endpoints = endpoints;
  }

  @Query
  @Needs(Scope.WEBHOOKS_READ)
  @Description("A delivery: one event for one endpoint.")
  public DeliveryView delivery(@Id @NonNull String id) {
    return deliveries.get(id);
  }

  @Query
  @Needs(Scope.WEBHOOKS_READ)
  @Description("An endpoint's deliveries, the newest first.")
  public @NonNull DeliveryConnection deliveries(
      @Id @NonNull String webhookEndpointId,
      @Nullable DeliveryState state,
      @DefaultValue("50") @Nullable Integer first,
      @Nullable String after) {
    return Connections.of(
        IdType.DELIVERY,
        deliveries.list(webhookEndpointId, state, Connections.page(first, after)),
        after != null,
        DeliveryEdge::new,
        DeliveryConnection::new);
  }

  @Query
  @Needs(Scope.WEBHOOKS_READ)
  @Description("Deliveries of all endpoints, the newest first.")
  public @NonNull DeliveryConnection searchDeliveries(
      @DefaultValue("50") @Nullable Integer first,
      @Nullable String after,
      @Nullable DeliveryFilter filter) {
    return Connections.of(
        IdType.DELIVERY,
        deliveries.search(
            filter == null ? DeliveryFilter.ALL : filter, Connections.page(first, after)),
        after != null,
        DeliveryEdge::new,
        DeliveryConnection::new);
  }

  @Query
  @Needs(Scope.WEBHOOKS_READ)
  @Description("A delivery's attempts, the newest first.")
  public @NonNull DeliveryAttemptConnection deliveryAttempts(
      @Id @NonNull String deliveryId,
      @DefaultValue("50") @Nullable Integer first,
      @Nullable String after) {
    return Connections.of(
        IdType.ATTEMPT,
        deliveries.attempts(deliveryId, Connections.page(first, after)),
        after != null,
        DeliveryAttemptEdge::new,
        DeliveryAttemptConnection::new);
  }

  @Needs(Scope.WEBHOOKS_READ)
  @Name("webhookEndpoint")
  @Description("The endpoint that it is for.")
  public @NonNull List<WebhookEndpointView> webhookEndpoints(@Source List<DeliveryView> parents) {
    List<UUID> ids =
        parents.stream()
            .map(parent -> IdType.WEBHOOK_ENDPOINT.inPath(parent.webhookEndpointId()))
            .toList();
    Map<UUID, WebhookEndpointView> found = endpoints.byIds(ids.stream().distinct().toList());
    return ids.stream().map(found::get).toList();
  }

  @Mutation
  @Needs(Scope.WEBHOOKS_WRITE)
  @Description("Sends a delivery again.")
  public @NonNull TransitionDeliveryPayload transitionDelivery(@NonNull TransitionDelivery input) {
    return Payloads.of(() -> deliveries.transition(input), TransitionDeliveryPayload::new);
  }

  /** The delivery, or why not. */
  public record TransitionDeliveryPayload(
      @Nullable DeliveryView delivery, @NonNull List<@NonNull UserError> userErrors) {}
}
