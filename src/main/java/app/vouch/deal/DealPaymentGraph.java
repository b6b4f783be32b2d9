package app.vouch.deal;

import app.vouch.deal.DealPaymentConnection.DealPaymentEdge;
import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.graphql.Connections;
import app.vouch.platform.graphql.Payloads;
import app.vouch.platform.graphql.UserError;
import app.vouch.shared.IdType;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Payments of deals over GraphQL. */
@GraphQLApi
public class DealPaymentGraph {
  private final DealPaymentService payments;

  DealPaymentGraph(DealPaymentService payments) {
    this.payments = payments;
  }

  @Query
  @Needs(Scope.DEALS_READ)
  @Description("What was paid of a deal, the newest first.")
  public @NonNull DealPaymentConnection dealPayments(
      @Id @NonNull String dealId,
      @DefaultValue("50") @Nullable Integer first,
      @Nullable String after) {
    return Connections.of(
        IdType.DEAL_PAYMENT,
        payments.list(dealId, Connections.page(first, after)),
        after != null,
        DealPaymentEdge::new,
        DealPaymentConnection::new);
  }

  @Mutation
  @Needs(Scope.DEALS_WRITE)
  @Description("Records that the customer paid an invoice of a deal.")
  public @NonNull RecordDealPaymentPayload recordDealPayment(@NonNull RecordDealPayment input) {
    return Payloads.of(() -> payments.record(input), RecordDealPaymentPayload::new);
  }

  /** The payment, or why not. */
  public record RecordDealPaymentPayload(
      @Nullable DealPaymentView dealPayment, @NonNull List<@NonNull UserError> userErrors) {}

  @Mutation
  @Needs(Scope.DEALS_WRITE)
  @Description("Records that a payment of a deal was given back, in whole or in part.")
  public @NonNull RefundDealPaymentPayload refundDealPayment(@NonNull RefundDealPayment input) {
    return Payloads.of(() -> payments.refund(input), RefundDealPaymentPayload::new);
  }

  /** The payment, or why not. */
  public record RefundDealPaymentPayload(
      @Nullable DealPaymentView dealPayment, @NonNull List<@NonNull UserError> userErrors) {}
}
