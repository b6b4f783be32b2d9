package app.vouch.incentive.payee;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.http.Responses;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A person's payment details over REST. */
@Path("/v1/people/{id}/payment-details")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Incentive")
public class PaymentDetailsResource {
  private final PaymentDetailsService details;

  PaymentDetailsResource(PaymentDetailsService details) {
    this.details = details;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.PAYOUTS_WRITE_DETAILS)
  @Operation(
      operationId = "upsertPaymentDetails",
      summary = "Say where a person is paid, in place of what was known")
  @APIResponseSchema(value = PaymentDetailsView.class, responseCode = "201")
  public Response set(@PathParam("id") String id, @NotNull UpsertPaymentDetails command) {
    return Responses.of(details.set(command.on(id)));
  }

  @GET
  @Needs(Scope.PAYOUTS_READ)
  @Operation(
      operationId = "paymentDetails",
      summary = "Read a person's payment details, the account's number but for its end left out")
  @APIResponseSchema(PaymentDetailsView.class)
  public Response get(
      @PathParam("id") String id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    return Responses.of(details.get(id), ifNoneMatch);
  }

  @POST
  @Path("/reveal")
  @Needs(Scope.PAYOUTS_READ_DETAILS)
  @Operation(
      operationId = "revealPaymentDetails",
      summary = "Read a person's payment details in clear; this leaves an audit record")
  @APIResponseSchema(RevealedPaymentDetailsView.class)
  public Response reveal(@PathParam("id") String id) {
    return Responses.of(details.reveal(new RevealPaymentDetails(id, null)));
  }
}
