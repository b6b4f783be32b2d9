package app.vouch.delivery;

import app.vouch.platform.work.Command;
import app.vouch.platform.work.OnResource;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Pauses, resumes, disables or enables an endpoint. What is not sent meanwhile is held. */
@Schema(name = "TransitionWebhookEndpoint")
@Input("TransitionWebhookEndpointInput")
public record TransitionWebhookEndpoint(
    @Schema(hidden = true) @Id @NonNull String id,
    @NotNull EndpointAction action,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command, OnResource {
  public TransitionWebhookEndpoint {}

  TransitionWebhookEndpoint on(String endpoint) {
    return new TransitionWebhookEndpoint(endpoint, action, idempotencyKey);
  }
}
