package app.vouch.incentive.payout;

import app.vouch.incentive.payee.BankAccount;
import app.vouch.platform.work.Command;
import app.vouch.platform.work.OnResource;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Writes a file of a batch's payments.
 *
 * @param debtor the account that pays; PAIN_001 needs it
 * @param executionDate when the bank is asked to pay; PAIN_001 needs it
 */
@Schema(name = "ExportPayoutBatch")
@Input("ExportPayoutBatchInput")
public record ExportPayoutBatch(
    @Schema(hidden = true) @Id @NonNull String id,
    @NotNull PayoutFileFormat format,
    @Valid @Nullable BankAccount debtor,
    @Nullable LocalDate executionDate,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command, OnResource {
  public ExportPayoutBatch {}

  ExportPayoutBatch on(String batch) {
    return new ExportPayoutBatch(batch, format, debtor, executionDate, idempotencyKey);
  }
}
