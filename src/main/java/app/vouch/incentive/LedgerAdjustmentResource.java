package app.vouch.incentive;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.http.Responses;
import app.vouch.shared.Choices;
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

/** Manual entries over REST. */
@Path("/v1/ledger/adjustments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
public class LedgerAdjustmentResource {
  private final LedgerAdjustmentService adjustments;

  LedgerAdjustmentResource(LedgerAdjustmentService adjustments) {
    this.adjustments = adjustments;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.LEDGER_ADJUST)
  @Operation(
      operationId = "proposeLedgerAdjustment",
      summary = "Propose a manual entry; needs an Idempotency-Key and a named actor")
  @APIResponseSchema(value = LedgerAdjustmentView.class, responseCode = "201")
  public Response propose(@NotNull ProposeLedgerAdjustment command) {
    return Responses.of(adjustments.propose(command));
  }

  @GET
  @Needs(Scope.LEDGER_READ)
  @Operation(operationId = "ledgerAdjustments", summary = "List manual entries, the newest first")
  public Page<LedgerAdjustmentView> list(
      @Schema(implementation = AdjustmentState.class) @QueryParam("state") @Nullable String state,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return adjustments.list(
        PageRequest.parse(limit, cursor), Choices.parse(AdjustmentState.class, "/state", state));
  }

  @GET
  @Path("/{id}")
  @Needs(Scope.LEDGER_READ)
  @Operation(operationId = "ledgerAdjustment", summary = "Read a manual entry")
  @APIResponseSchema(LedgerAdjustmentView.class)
  public Response get(
      @PathParam("id") String id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    return Responses.of(adjustments.get(id), ifNoneMatch);
  }

  @POST
  @Path("/{id}/transitions")
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.LEDGER_ADJUST)
  @Operation(
      operationId = "transitionLedgerAdjustment",
      summary = "Approve a manual entry, which books it, or reject or cancel it",
      description = "Another named person than who proposed it approves it.")
  @APIResponseSchema(LedgerAdjustmentView.class)
  public Response transition(
      @PathParam("id") String id, @NotNull TransitionLedgerAdjustment command) {
    return Responses.of(adjustments.transition(command.on(id)));
  }
}
