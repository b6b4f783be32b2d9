package app.vouch.delivery;

import app.vouch.delivery.WebhookEndpointConnection.WebhookEndpointEdge;
import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.graphql.Connections;
import app.vouch.platform.graphql.Payloads;
import app.vouch.platform.graphql.UserError;
import app.vouch.platform.job.JobView;
import app.vouch.shared.IdType;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Webhook endpoints over GraphQL. */
@GraphQLApi
public class WebhookEndpointGraph {
  private final WebhookEndpointService endpoints;
  private final DeliveryService deliveries;
  private final EndpointHealthService healths;
  private final DeliveryReplayService replays;

  WebhookEndpointGraph(
      WebhookEndpointService endpoints,
      DeliveryService deliveries,
      EndpointHealthService healths,
      DeliveryReplayService replays) {
    this.endpoints = endpoints;
    this.deliveries = deliveries;
    this.healths = healths;
    this.replays = replays;
  }

  @Query
  @Needs(Scope.WEBHOOKS_READ)
  @Description("A webhook endpoint; never its secret.")
  public WebhookEndpointView webhookEndpoint(@Id @NonNull String id) {
    return endpoints.get(id);
  }

  @Query
  @Needs(Scope.WEBHOOKS_READ)
  @Description("Webhook endpoints, the newest first.")
  public @NonNull WebhookEndpointConnection webhookEndpoints(
      @DefaultValue("50") @Nullable Integer first, @Nullable String after) {
    return Connections.of(
        IdType.WEBHOOK_ENDPOINT,
        endpoints.list(Connections.page(first, after)),
        after != null,
        WebhookEndpointEdge::new,
        WebhookEndpointConnection::new);
  }

  @Query
  @Needs(Scope.WEBHOOKS_READ)
  @Description("How an endpoint's attempts end, and what waits for it.")
  public @NonNull EndpointHealthView webhookEndpointHealth(@Id @NonNull String id) {
    return healths.get(id);
  }

  @Mutation
  @Needs(Scope.WEBHOOKS_WRITE)
  @Description("Makes a webhook endpoint; the answer shows its secret once.")
  public @NonNull CreateWebhookEndpointPayload createWebhookEndpoint(
      @NonNull CreateWebhookEndpoint input) {
    return Payloads.of(() -> endpoints.create(input), CreateWebhookEndpointPayload::new);
  }

  @Mutation
  @Needs(Scope.WEBHOOKS_WRITE)
  @Description("Changes a webhook endpoint; what is absent stays.")
  public @NonNull UpdateWebhookEndpointPayload updateWebhookEndpoint(
      @NonNull UpdateWebhookEndpoint input) {
    return Payloads.of(() -> endpoints.update(input), UpdateWebhookEndpointPayload::new);
  }

  @Mutation
  @Needs(Scope.WEBHOOKS_WRITE)
  @Description("Pauses, resumes, disables or enables a webhook endpoint.")
  public @NonNull TransitionWebhookEndpointPayload transitionWebhookEndpoint(
      @NonNull TransitionWebhookEndpoint input) {
    return Payloads.of(() -> endpoints.transition(input), TransitionWebhookEndpointPayload::new);
  }

  @Mutation
  @Needs(Scope.WEBHOOKS_SECRETS)
  @Description("Gives an endpoint a new secret; the answer shows it once.")
  public @NonNull RotateWebhookSecretPayload rotateWebhookSecret(
      @NonNull RotateWebhookSecret input) {
    return Payloads.of(() -> endpoints.rotateSecret(input), RotateWebhookSecretPayload::new);
  }

  @Mutation
  @Needs(Scope.WEBHOOKS_WRITE)
  @Description("Sends a sample event to an endpoint.")
  public @NonNull TestWebhookEndpointPayload testWebhookEndpoint(
      @NonNull TestWebhookEndpoint input) {
    return Payloads.of(() -> deliveries.test(input), TestWebhookEndpointPayload::new);
  }

  @Mutation
  @Needs(Scope.WEBHOOKS_WRITE)
  @Description("Sends what failed, what is missing or all of a time again, as a job.")
  public @NonNull ReplayDeliveriesPayload replayDeliveries(@NonNull ReplayDeliveries input) {
    return Payloads.of(() -> replays.begin(input), ReplayDeliveriesPayload::new);
  }

  /** The job, or why not. */
  public record ReplayDeliveriesPayload(
      @Nullable JobView job, @NonNull List<@NonNull UserError> userErrors) {}

  /** The endpoint with its secret, or why not. */
  public record CreateWebhookEndpointPayload(
      @Nullable WebhookEndpointView webhookEndpoint,
      @NonNull List<@NonNull UserError> userErrors) {}

  /** The endpoint, or why not. */
  public record UpdateWebhookEndpointPayload(
      @Nullable WebhookEndpointView webhookEndpoint,
      @NonNull List<@NonNull UserError> userErrors) {}

  /** The endpoint, or why not. */
  public record TransitionWebhookEndpointPayload(
      @Nullable WebhookEndpointView webhookEndpoint,
      @NonNull List<@NonNull UserError> userErrors) {}

  /** The endpoint with its new secret, or why not. */
  public record RotateWebhookSecretPayload(
      @Nullable WebhookEndpointView webhookEndpoint,
      @NonNull List<@NonNull UserError> userErrors) {}

  /** The sample's delivery, or why not. */
  public record TestWebhookEndpointPayload(
      @Nullable DeliveryView delivery, @NonNull List<@NonNull UserError> userErrors) {}
}
