package app.vouch.deal;

import app.vouch.platform.work.Identified;
import app.vouch.shared.ExternalRef;
import app.vouch.shared.MoneyView;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That the customer paid an invoice of a deal.
 *
 * @param number 1 for the deal's first payment, in the order in which they were recorded
 * @param refunded what was given back of it
 */
@Schema(name = "DealPayment")
@Name("DealPayment")
public record DealPaymentView(
    @Id @NonNull String id,
    @Id @NonNull String dealId,
    int number,
    @NonNull MoneyView amount,
    @NonNull MoneyView refunded,
    @NonNull Instant paidAt,
    @NonNull ExternalRef externalRef,
    @NonNull Instant recordedAt)
    implements Identified {}
