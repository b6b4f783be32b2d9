package app.vouch.delivery;

import app.vouch.platform.work.Command;
import app.vouch.platform.work.OnResource;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Gives an endpoint a new secret; the old one is used beside it until the overlap ends.
 *
 * @param signature how to sign from now on; as before when absent
 * @param overlap how long the old secret is used beside the new one, in ISO 8601, 30 days at most;
 *     a day when absent
 */
@Schema(name = "RotateWebhookSecret")
@Input("RotateWebhookSecretInput")
public record RotateWebhookSecret(
    @Schema(hidden = true) @Id @NonNull String id,
    @Schema(hidden = true) @Nullable SignatureKind signature,
    @Schema(hidden = true) @Size(max = 40) @Nullable String overlap,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command, OnResource {
  public RotateWebhookSecret {}
}
