package app.vouch.attribution;

import app.vouch.platform.work.Command;
import app.vouch.platform.work.OnResource;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Computes the credits of a deal again, from what is known now.
 *
 * @param id the deal's
 */
@Schema(name = "ComputeAttribution")
@Input("ComputeAttributionInput")
public record ComputeAttribution(
    @Schema(hidden = true) @Id @NonNull String id,
    @Nullable Boolean dryRun,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command, OnResource {

  public ComputeAttribution {}

  ComputeAttribution on(String deal) {
    return new ComputeAttribution(deal, dryRun, idempotencyKey);
  }
}
