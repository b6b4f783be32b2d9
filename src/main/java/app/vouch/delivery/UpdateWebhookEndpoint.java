package app.vouch.delivery;

import app.vouch.platform.http.MergePatch;
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
 * Changes an endpoint; what is left out stays.
 *
 * @param version the version that the caller has read
 * @param description an empty text removes it
 */
@Schema(hidden = true)
@Input("UpdateWebhookEndpointInput")
public record UpdateWebhookEndpoint(
    @Id @NonNull String id,
    int version,
    @Size(max = 2000) @Pattern(regexp = CreateWebhookEndpoint.URL) @Nullable String url,
    @Size(min = 1, max = 100) @Nullable List<@NotBlank @Size(max = 60) String> eventTypes,
    @Size(max = 500) @Nullable String description,
    @Nullable String idempotencyKey)
    implements Command, OnResource {
  private static final String DESCRIPTION = "description";

  public UpdateWebhookEndpoint {}

  static UpdateWebhookEndpoint of(String id, int version, MergePatch<WebhookEndpointPatch> patch) {
    WebhookEndpointPatch fields = patch.removingOnly(DESCRIPTION::equals).fields();
    return new UpdateWebhookEndpoint(
        id,
        version,
        fields.url(),
        fields.eventTypes(),
        patch.removed().contains(DESCRIPTION) ? "" : fields.description(),
        null);
  }
}
