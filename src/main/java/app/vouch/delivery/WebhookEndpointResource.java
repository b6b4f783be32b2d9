package app.vouch.delivery;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.http.MergePatch;
import app.vouch.platform.http.Responses;
import app.vouch.platform.job.JobView;
import app.vouch.shared.Choices;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Webhook endpoints over REST. */
@Path("/v1/webhook-endpoints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
public class WebhookEndpointResource {
  private final WebhookEndpointService endpoints;
  private final DeliveryService deliveries;
  private final EndpointHealthService healths;
  private final DeliveryReplayService replays;
  private final ObjectMapper json;

  WebhookEndpointResource(
      WebhookEndpointService endpoints,
      DeliveryService deliveries,
      EndpointHealthService healths,
      DeliveryReplayService replays,
      ObjectMapper json) {
    this.endpoints = endpoints;
    this.deliveries = deliveries;
    this.healths = healths;
    this.replays = replays;
    this.json = json;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.WEBHOOKS_WRITE)
  @Operation(
      operationId = "createWebhookEndpoint",
      summary = "Make a webhook endpoint; the answer shows its secret once")
  @APIResponseSchema(value = WebhookEndpointView.class, responseCode = "201")
  public Response create(@NotNull CreateWebhookEndpoint command) {
    return Responses.of(endpoints.create(command));
  }

  @GET
  @Needs(Scope.WEBHOOKS_READ)
  @Operation(operationId = "webhookEndpoints", summary = "List endpoints, the newest first")
  public Page<WebhookEndpointView> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
    return endpoints.list(PageRequest.parse(limit, cursor));
  }

  @GET
  @Path("/{id}")
  @Needs(Scope.WEBHOOKS_READ)
  @Operation(operationId = "webhookEndpoint", summary = "Read an endpoint")
  @APIResponseSchema(WebhookEndpointView.class)
  public Response get(
      @PathParam("id") String id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    return Responses.of(endpoints.get(id), ifNoneMatch);
  }

  @GET
  @Path("/{id}/health")
  @Needs(Scope.WEBHOOKS_READ)
  @Operation(operationId = "webhookEndpointHealth", summary = "Read how an endpoint fares")
  public EndpointHealthView health(@PathParam("id") String id) {
    return healths.get(id);
  }

  @PATCH
  @Path("/{id}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @Needs(Scope.WEBHOOKS_WRITE)
  @Operation(operationId = "updateWebhookEndpoint", summary = "Change an endpoint")
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(implementation = WebhookEndpointPatch.class)))
  @APIResponseSchema(WebhookEndpointView.class)
  public Response update(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull JsonNode patch) {
    return Responses.of(
        endpoints.update(
            UpdateWebhookEndpoint.of(
                id,
                Responses.ifMatch(ifMatch),
                MergePatch.read(json, patch, WebhookEndpointPatch.class))));
  }

  @POST
  @Path("/{id}/transitions")
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.WEBHOOKS_WRITE)
  @Operation(
      operationId = "transitionWebhookEndpoint",
      summary = "Pause, resume, disable or enable an endpoint")
  @APIResponseSchema(WebhookEndpointView.class)
  public Response transition(
      @PathParam("id") String id, @NotNull TransitionWebhookEndpoint command) {
    return Responses.of(endpoints.transition(command.on(id)));
  }

  @POST
  @Path("/{id}/secrets")
  @Needs(Scope.WEBHOOKS_SECRETS)
  @Operation(
      operationId = "rotateWebhookSecret",
      summary = "Give an endpoint a new secret; the answer shows it once")
  @APIResponseSchema(value = WebhookEndpointView.class, responseCode = "201")
  public Response rotateSecret(
      @PathParam("id") String id,
      @Schema(implementation = SignatureKind.class) @QueryParam("signature")
          @Nullable String signature,
      @QueryParam("overlap") @Nullable String overlap) {
    SignatureKind kind = Choices.parse(SignatureKind.class, "/signature", signature);
    return Responses.of(endpoints.rotateSecret(new RotateWebhookSecret(id, kind, overlap, null)));
  }

  @POST
  @Path("/{id}/tests")
  @Needs(Scope.WEBHOOKS_WRITE)
  @Operation(operationId = "testWebhookEndpoint", summary = "Send a sample event to an endpoint")
  @APIResponseSchema(value = DeliveryView.class, responseCode = "201")
  public Response test(@PathParam("id") String id) {
    return Responses.of(deliveries.test(new TestWebhookEndpoint(id, null)));
  }

  @POST
  @Path("/{id}/replays")
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.WEBHOOKS_WRITE)
  @Operation(
      operationId = "replayDeliveries",
      summary = "Send what failed, what is missing or all of a time again, as a job")
  @APIResponseSchema(value = JobView.class, responseCode = "201")
  public Response replay(@PathParam("id") String id, @NotNull ReplayDeliveries command) {
    return Responses.of(replays.begin(command.on(id)));
  }

  @GET
  @Path("/{id}/deliveries")
  @Needs(Scope.WEBHOOKS_READ)
  @Operation(operationId = "deliveries", summary = "List an endpoint's deliveries, newest first")
  public Page<DeliveryView> deliveries(
      @PathParam("id") String id,
      @Schema(implementation = DeliveryState.class) @QueryParam("state") @Nullable String state,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return deliveries.list(
        id, Choices.parse(DeliveryState.class, "/state", state), PageRequest.parse(limit, cursor));
  }
}
