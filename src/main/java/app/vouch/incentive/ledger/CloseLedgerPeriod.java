package app.vouch.incentive.ledger;

import app.vouch.platform.work.Command;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Closes the books through a day.
 *
 * @param closedThrough in UTC; later than the day through which they are closed, and over
 */
@Schema(name = "CloseLedgerPeriod")
@Input("CloseLedgerPeriodInput")
public record CloseLedgerPeriod(
    @NotNull LocalDate closedThrough,
    @Nullable Boolean dryRun,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command {
  public CloseLedgerPeriod {}
}
