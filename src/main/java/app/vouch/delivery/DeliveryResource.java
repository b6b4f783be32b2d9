package app.vouch.delivery;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.http.Responses;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Deliveries over REST. */
@Path("/v1/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
public class DeliveryResource {
  private final DeliveryService deliveries;

  DeliveryResource(DeliveryService deliveries) {
    this.deliveries = deliveries;
  }

  @GET
  @Needs(Scope.WEBHOOKS_READ)
  @Operation(
      operationId = "searchDeliveries",
      summary = "Find deliveries by event, resource, state or time, the newest first")
  public Page<DeliveryView> search(
      @QueryParam("webhookEndpointId") @Nullable String webhookEndpointId,
      @QueryParam("eventId") @Nullable String eventId,
      @QueryParam("resourceId") @Nullable String resourceId,
      @Schema(implementation = DeliveryState.class) @QueryParam("state") @Nullable String state,
      @Schema(implementation = Instant.class) @QueryParam("from") @Nullable String from,
      @Schema(implementation = Instant.class) @QueryParam("to") @Nullable String to,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return deliveries.search(
        DeliveryFilter.of(webhookEndpointId, eventId, resourceId, state, from, to),
        PageRequest.parse(limit, cursor));
  }

  @GET
  @Path("/{id}")
  @Needs(Scope.WEBHOOKS_READ)
  @Operation(operationId = "delivery", summary = "Read a delivery")
  @APIResponseSchema(DeliveryView.class)
  public Response get(
      @PathParam("id") String id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    return Responses.of(deliveries.get(id), ifNoneMatch);
  }

  @GET
  @Path("/{id}/attempts")
  @Needs(Scope.WEBHOOKS_READ)
  @Operation(operationId = "deliveryAttempts", summary = "List attempts, the newest first")
  public Page<DeliveryAttemptView> attempts(
      @PathParam("id") String id,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return deliveries.attempts(id, PageRequest.parse(limit, cursor));
  }

  @POST
  @Path("/{id}/transitions")
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.WEBHOOKS_WRITE)
  @Operation(operationId = "transitionDelivery", summary = "Send a delivery again")
  @APIResponseSchema(DeliveryView.class)
  public Response transition(@PathParam("id") String id, @NotNull TransitionDelivery command) {
    return Responses.of(deliveries.transition(command.on(id)));
  }
}
