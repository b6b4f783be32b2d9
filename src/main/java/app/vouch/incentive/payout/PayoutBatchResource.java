package app.vouch.incentive.payout;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.http.Responses;
import app.vouch.platform.job.JobView;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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

/** Payout batches over REST. */
@Path("/v1/payout-batches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Incentive")
public class PayoutBatchResource {
  private final PayoutBatchService batches;
  private final PayoutFileService files;

  PayoutBatchResource(PayoutBatchService batches, PayoutFileService files) {
    this.batches = batches;
    this.files = files;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.PAYOUTS_WRITE)
  @Operation(
      operationId = "createPayoutBatch",
      summary =
          "Make a payout for each payee who has something available, as a job; needs an Idempotency-Key")
  @APIResponseSchema(value = PayoutBatchView.class, responseCode = "201")
  public Response create(@NotNull CreatePayoutBatch command) {
    return Responses.of(batches.create(command));
  }

  @GET
  @Needs(Scope.PAYOUTS_READ)
  @Operation(operationId = "payoutBatches", summary = "List payout batches, the newest first")
  public Page<PayoutBatchView> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
    return batches.list(PageRequest.parse(limit, cursor));
  }

  @GET
  @Path("/{id}")
  @Needs(Scope.PAYOUTS_READ)
  @Operation(operationId = "payoutBatch", summary = "Read a payout batch and its totals")
  public PayoutBatchView get(@PathParam("id") String id) {
    return batches.get(id);
  }

  @POST
  @Path("/{id}/transitions")
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.PAYOUTS_WRITE)
  @Operation(
      operationId = "transitionPayoutBatch",
      summary =
          "Approve, cancel or send all payouts of a batch, as a job; its items say what became of each")
  @APIResponseSchema(value = JobView.class, responseCode = "201")
  public Response transition(@PathParam("id") String id, @NotNull TransitionPayoutBatch command) {
    return Responses.of(batches.transition(command.on(id)));
  }

  @POST
  @Path("/{id}/export")
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.PAYOUTS_READ_DETAILS)
  @Operation(
      operationId = "exportPayoutBatch",
      summary =
          "Write the approved and sent payouts of a batch as a file for a bank; this leaves an audit record")
  @APIResponseSchema(PayoutFileView.class)
  public Response export(@PathParam("id") String id, @NotNull ExportPayoutBatch command) {
    return Responses.of(files.export(command.on(id)));
  }
}
