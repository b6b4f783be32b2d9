package app.vouch.incentive;

import app.vouch.platform.work.Command;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Proposes a manual entry, which another person approves.
 *
 * @param key the caller's own, unique for ever: the entry is {@code manual:<key>}
 * @param legs two or more that balance in every currency; absent where an entry is reversed
 * @param reasonCode UPPER_SNAKE
 * @param note what it is for, for people
 * @param effectiveAt when it counts; absent for the moment at which it is approved
 * @param reverses a manual entry that this one undoes, whole
 * @param corrects an entry that this one adds to
 */
@Schema(name = "ProposeLedgerAdjustment")
@Input("ProposeLedgerAdjustmentInput")
public record ProposeLedgerAdjustment(
    @NotNull @Pattern(regexp = "[!-~]{1,100}") String key,
    @Size(min = 2, max = 100) @Nullable List<@NotNull @Valid AdjustmentLeg> legs,
    @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}") String reasonCode,
    @NotBlank @Size(max = 2000) String note,
    @Nullable Instant effectiveAt,
    @Id @Nullable String reverses,
    @Id @Nullable String corrects,
    @Nullable Boolean dryRun,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command {
  public ProposeLedgerAdjustment {}
}
