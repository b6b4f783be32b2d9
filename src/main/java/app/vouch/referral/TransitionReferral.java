package app.vouch.referral;

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
 * Moves a referral on.
 *
 * @param reasonCode such as {@code NO_BUDGET}; required to reject, lose or mark as a duplicate
 * @param note for the timeline; shown only with {@code introductions:read-private}
 */
@Schema(name = "TransitionReferral")
@Input("TransitionReferralInput")
public record TransitionReferral(
    @Schema(hidden = true) @Id @NonNull String id,
    @NotNull CallerAction action,
    @Size(max = 60) @Pattern(regexp = "[A-Z][A-Z0-9_]*") @Nullable String reasonCode,
    @Size(max = 2000) @Nullable String note,
    @Nullable Boolean dryRun,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command, OnResource {

  public TransitionReferral {}

  TransitionReferral on(String referral) {
    return new TransitionReferral(referral, action, reasonCode, note, dryRun, idempotencyKey);
  }
}
