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
 * A payment of a deal was given back, in whole or in part. Recorded once for each external
 * reference.
 *
 * @param id of the deal, or {@code ext:system:instance:object:id}
 * @param paymentId what was given back
 * @param externalRef the refund's or the credit note's name in the system that knows of it
 * @param amount more than zero, with earlier refunds at most what was paid
 * @param refundedAt now when absent
 */
@Schema(name = "RefundDealPayment")
@Input("RefundDealPaymentInput")
public record RefundDealPayment(
    @Schema(hidden = true) @Id @NonNull String id,
    @Id @NotNull String paymentId,
    @NotNull @Valid ExternalRef externalRef,
    @NotNull @Valid MoneyView amount,
    @Nullable Instant refundedAt,
    @Nullable Boolean dryRun,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command, OnResource {

  public RefundDealPayment {}

  RefundDealPayment on(String deal) {
    return new RefundDealPayment(
        deal, paymentId, externalRef, amount, refundedAt, dryRun, idempotencyKey);
  }
}
