package app.vouch.delivery;

import app.vouch.platform.work.Command;
import app.vouch.platform.work.OnResource;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Changes an endpoint; what is absent stays.
 *
 * @param version the version that the caller has seen
 * @param description an empty text removes it
 */
@Schema(name = "UpdateWebhookEndpoint")
@Input("UpdateWebhookEndpointInput")
public record UpdateWebhookEndpoint(
    @Schema(hidden = true) @Id @NonNull String id,
    @Schema(hidden = true) @Nullable Integer version,
    @Size(max = 2000) @Pattern(regexp = CreateWebhookEndpoint.URL) @Nullable String url,
    @Size(min = 1, max = 100) @Nullable List<@NotBlank @Size(max = 60) String> eventTypes,
    @Size(max = 500) @Nullable String description,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command, OnResource, OnVersion {
  public UpdateWebhookEndpoint {}

  UpdateWebhookEndpoint on(String endpoint, int seen) {
    return new UpdateWebhookEndpoint(endpoint, seen, url, eventTypes, description, idempotencyKey);
  }
}
