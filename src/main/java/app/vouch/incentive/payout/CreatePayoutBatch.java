package app.vouch.incentive.payout;

import app.vouch.platform.work.Command;
import app.vouch.shared.MoneyView;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Makes a payout for each payee who has something available.
 *
 * @param programId whose rewards are paid; absent for every program's, and arrears
 * @param adapter what moves the money: {@code manual} when absent, {@code bank-file} or {@code
 *     external}
 * @param minimum what a payee must be sent at least, debts taken off, in the batch's currency
 * @param payeeIds absent for all, at most 10,000 of them
 */
@Schema(name = "CreatePayoutBatch")
@Input("CreatePayoutBatchInput")
public record CreatePayoutBatch(
    @Id @Nullable String programId,
    @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,
    @Size(max = 20) @Nullable String adapter,
    @Valid @Nullable MoneyView minimum,
    @Size(min = 1, max = 1000) @Id @Nullable List<@NotNull String> payeeIds,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command {
  public CreatePayoutBatch {}
}
