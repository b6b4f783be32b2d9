package app.vouch.deal;

import app.vouch.platform.work.Command;
import app.vouch.platform.work.OnResource;
import app.vouch.shared.ExternalRef;
import app.vouch.shared.MoneyView;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The customer paid an invoice of a deal. Recorded once for each external reference.
 *
 * @param id of the deal, or {@code ext:system:instance:object:id}
 * @param externalRef the payment's or the invoice's name in the system that knows of it
 * @param amount more than zero, in the deal's currency
 * @param paidAt now when absent
 */
@Schema(name = "RecordDealPayment")
@Input("RecordDealPaymentInput")
public record RecordDealPayment(
    @Schema(hidden = true) @Id @NonNull String id,
    @NotNull @Valid ExternalRef externalRef,
    @NotNull @Valid MoneyView amount,
    @Nullable Instant paidAt,
    @Nullable Boolean dryRun,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command, OnResource {

  public RecordDealPayment {}

  RecordDealPayment on(String deal) {
    return new RecordDealPayment(deal, externalRef, amount, paidAt, dryRun, idempotencyKey);
  }
}
