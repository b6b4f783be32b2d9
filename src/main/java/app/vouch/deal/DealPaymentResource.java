package app.vouch.deal;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.http.Responses;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Encoded;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Payments of deals over REST. */
@Path("/v1/deals/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deals")
public class DealPaymentResource {
  private final DealPaymentService payments;

  DealPaymentResource(DealPaymentService payments) {
    this.payments = payments;
  }

  @POST
  @Path("/payments")
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.DEALS_WRITE)
  @Operation(
      operationId = "recordDealPayment",
      summary = "Record that the customer paid an invoice of a deal",
      description = "Once for each external reference.")
  @APIResponseSchema(value = DealPaymentView.class, responseCode = "201")
  public Response record(@Encoded @PathParam("id") String id, @NotNull RecordDealPayment command) {
    return Responses.of(payments.record(command.on(id)));
  }

  @POST
  @Path("/refunds")
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.DEALS_WRITE)
  @Operation(
      operationId = "refundDealPayment",
      summary = "Record that a payment of a deal was given back, in whole or in part",
      description = "Once for each external reference. Answers with the payment.")
  @APIResponseSchema(value = DealPaymentView.class, responseCode = "201")
  public Response refund(@Encoded @PathParam("id") String id, @NotNull RefundDealPayment command) {
    return Responses.of(payments.refund(command.on(id)));
  }

  @GET
  @Path("/payments")
  @Needs(Scope.DEALS_READ)
  @Operation(
      operationId = "dealPayments",
      summary = "List what was paid of a deal, the newest first")
  public Page<DealPaymentView> list(
      @Encoded @PathParam("id") String id,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return payments.list(id, PageRequest.parse(limit, cursor));
  }
}
