package app.vouch.directory;

import app.vouch.platform.work.Command;
import app.vouch.platform.work.OnResource;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The address may be written to again.
 *
 * @param reason why, such as how the person asked for it
 */
@Schema(name = "LiftSuppression")
@Input("LiftSuppressionInput")
public record LiftSuppression(
    @Schema(hidden = true) @Id @NonNull String id,
    @NotBlank @Size(max = 500) String reason,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command, OnResource {
  public LiftSuppression {}

  LiftSuppression on(String suppression) {
    return new LiftSuppression(suppression, reason, idempotencyKey);
  }
}
