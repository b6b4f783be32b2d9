package app.vouch.incentive;

import app.vouch.platform.work.Command;
import app.vouch.platform.work.OnResource;
import app.vouch.shared.OneLine;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Moves a payout on.
 *
 * @param reasonCode UPPER_SNAKE; FAIL and RETURN need it
 * @param reference what the payment is called where the money moves; reports of an {@code external}
 *     payment need it, and once it is known it stays
 * @param note for people; never in an event
 */
@Schema(name = "TransitionPayout")
@Input("TransitionPayoutInput")
public record TransitionPayout(
    @Schema(hidden = true) @Id @NonNull String id,
    @NotNull PayoutStep action,
    @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}") @Nullable String reasonCode,
    @Size(min = 1, max = 140) @OneLine @Nullable String reference,
    @Size(max = 2000) @Nullable String note,
    @Nullable Boolean dryRun,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command, OnResource {
  public TransitionPayout {}

  TransitionPayout on(String payout) {
    return new TransitionPayout(
        payout, action, reasonCode, reference, note, dryRun, idempotencyKey);
  }
}
