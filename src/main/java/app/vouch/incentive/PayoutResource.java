package app.vouch.incentive;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.http.Responses;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Payouts over REST. */
@Path("/v1/payouts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Incentive")
public class PayoutResource {
  private final PayoutService payouts;

  PayoutResource(PayoutService payouts) {
    this.payouts = payouts;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.PAYOUTS_WRITE)
  @Operation(
      operationId = "createPayout",
      summary = "Put a payee's available rewards together; needs an Idempotency-Key")
  @APIResponseSchema(value = PayoutView.class, responseCode = "201")
  public Response create(@NotNull CreatePayout command) {
    return Responses.of(payouts.create(command));
  }

  @GET
  @Needs(Scope.PAYOUTS_READ)
  @Operation(operationId = "payouts", summary = "List payouts, the newest first")
  public Page<PayoutView> list(
      @Schema(implementation = PayoutState.class) @QueryParam("state") @Nullable String state,
      @QueryParam("payeeId") @Nullable String payeeId,
      @QueryParam("batchId") @Nullable String batchId,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return payouts.list(
        PageRequest.parse(limit, cursor), PayoutFilter.parse(state, payeeId, batchId));
  }

  @GET
  @Path("/{id}")
  @Needs(Scope.PAYOUTS_READ)
  @Operation(operationId = "payout", summary = "Read a payout")
  @APIResponseSchema(PayoutView.class)
  public Response get(
      @PathParam("id") String id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    return Responses.of(payouts.get(id), ifNoneMatch);
  }

  @POST
  @Path("/{id}/transitions")
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.PAYOUTS_WRITE)
  @Operation(
      operationId = "transitionPayout",
      summary = "Approve, cancel, send, settle, fail or return a payout")
  @APIResponseSchema(PayoutView.class)
  public Response transition(@PathParam("id") String id, @NotNull TransitionPayout command) {
    return Responses.of(payouts.transition(command.on(id)));
  }
}
