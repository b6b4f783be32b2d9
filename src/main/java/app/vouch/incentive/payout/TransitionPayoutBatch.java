package app.vouch.incentive.payout;

import app.vouch.platform.work.Command;
import app.vouch.platform.work.OnResource;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Moves all payouts of a batch on, each for itself.
 *
 * @param reasonCode UPPER_SNAKE
 * @param note for people; never in an event
 */
@Schema(name = "TransitionPayoutBatch")
@Input("TransitionPayoutBatchInput")
public record TransitionPayoutBatch(
    @Schema(hidden = true) @Id @NonNull String id,
    @NotNull PayoutBatchStep action,
    @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}") @Nullable String reasonCode,
    @Size(max = 2000) @Nullable String note,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command, OnResource {
  public TransitionPayoutBatch {}

  TransitionPayoutBatch on(String batch) {
    return new TransitionPayoutBatch(batch, action, reasonCode, note, idempotencyKey);
  }
}
