package app.vouch.incentive;

import app.vouch.platform.work.Command;
import app.vouch.platform.work.OnResource;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Decides about a manual entry.
 *
 * @param note for people
 */
@Schema(name = "TransitionLedgerAdjustment")
@Input("TransitionLedgerAdjustmentInput")
public record TransitionLedgerAdjustment(
    @Schema(hidden = true) @Id @NonNull String id,
    @NotNull AdjustmentStep action,
    @Size(max = 2000) @Nullable String note,
    @Nullable Boolean dryRun,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command, OnResource {
  public TransitionLedgerAdjustment {}

  TransitionLedgerAdjustment on(String adjustment) {
    return new TransitionLedgerAdjustment(adjustment, action, note, dryRun, idempotencyKey);
  }
}
