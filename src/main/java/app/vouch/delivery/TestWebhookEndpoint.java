package app.vouch.delivery;

import app.vouch.platform.work.Command;
import app.vouch.platform.work.OnResource;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Sends a sample event to an endpoint. */
@Schema(name = "TestWebhookEndpoint")
@Input("TestWebhookEndpointInput")
public record TestWebhookEndpoint(
    @Schema(hidden = true) @Id @NonNull String id,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command, OnResource {
  public TestWebhookEndpoint {}
}
