package app.vouch.incentive.payee;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.graphql.Payloads;
import app.vouch.platform.graphql.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** People's payment details over GraphQL. */
@GraphQLApi
public class PaymentDetailsGraph {
  private final PaymentDetailsService details;

  PaymentDetailsGraph(PaymentDetailsService details) {
    this.details = details;
  }

  @Query
  @Needs(Scope.PAYOUTS_READ)
  @Description("A person's payment details, the account's number but for its end left out.")
  public PaymentDetailsView paymentDetails(@Id @NonNull String id) {
    return details.get(id);
  }

  @Mutation
  @Needs(Scope.PAYOUTS_WRITE_DETAILS)
  @Description("Says where a person is paid, in place of what was known.")
  public @NonNull UpsertPaymentDetailsPayload upsertPaymentDetails(
      @NonNull UpsertPaymentDetails input) {
    return Payloads.of(() -> details.set(input), UpsertPaymentDetailsPayload::new);
  }

  /** The details, or why not. */
  public record UpsertPaymentDetailsPayload(
      @Nullable PaymentDetailsView paymentDetails, @NonNull List<@NonNull UserError> userErrors) {}

  @Mutation
  @Needs(Scope.PAYOUTS_READ_DETAILS)
  @Description("Reads a person's payment details in clear; this leaves an audit record.")
  public @NonNull RevealPaymentDetailsPayload revealPaymentDetails(
      @NonNull RevealPaymentDetails input) {
    return Payloads.of(() -> details.reveal(input), RevealPaymentDetailsPayload::new);
  }

  /** The details, or why not. */
  public record RevealPaymentDetailsPayload(
      @Nullable RevealedPaymentDetailsView paymentDetails,
      @NonNull List<@NonNull UserError> userErrors) {}
}
