package app.vouch.introduction;

import app.vouch.platform.work.Command;
import app.vouch.platform.work.OnResource;
import app.vouch.shared.Emails;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Moves an introduction on.
 *
 * @param note for the tenant's eyes only
 * @param party with WITHDRAW: whose consent is taken back
 * @param until with DEFER
 * @param outcome with CLOSE
 * @param channel with an attested answer: how it reached you
 * @param evidence with an attested answer: what was said, and where it can be looked up
 * @param prospectEmail with PROSPECT_ACCEPT: the address at which the prospect wants to be written
 *     to, where only its key is kept
 */
@Schema(name = "TransitionIntroduction")
@Input("TransitionIntroductionInput")
public record TransitionIntroduction(
    @Schema(hidden = true) @Id @NonNull String id,
    @NotNull CallerAction action,
    @Size(max = 60) @Nullable String reasonCode,
    @Size(max = 2000) @Nullable String note,
    @Nullable Party party,
    @Nullable Instant until,
    @Nullable IntroductionOutcome outcome,
    @Nullable ConsentChannel channel,
    @Size(max = 2000) @Nullable String evidence,
    @Size(max = 320) @Pattern(regexp = Emails.PATTERN) @Nullable String prospectEmail,
    @Nullable Boolean dryRun,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command, OnResource {
  public TransitionIntroduction {}

  TransitionIntroduction on(String introduction) {
    return new TransitionIntroduction(
        introduction,
        action,
        reasonCode,
        note,
        party,
        until,
        outcome,
        channel,
        evidence,
        prospectEmail,
        dryRun,
        idempotencyKey);
  }
}
