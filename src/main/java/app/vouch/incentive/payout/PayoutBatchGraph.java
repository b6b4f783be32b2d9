package app.vouch.incentive.payout;

import app.vouch.incentive.payout.PayoutBatchConnection.PayoutBatchEdge;
import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.graphql.Connections;
import app.vouch.platform.graphql.Payloads;
import app.vouch.platform.graphql.UserError;
import app.vouch.platform.job.JobView;
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

/** Payout batches over GraphQL. */
@GraphQLApi
public class PayoutBatchGraph {
  private final PayoutBatchService batches;
  private final PayoutFileService files;

  PayoutBatchGraph(PayoutBatchService batches, PayoutFileService files) {
    this.batches = batches;
    this.files = files;
  }

  @Query
  @Needs(Scope.PAYOUTS_READ)
  @Description("A payout batch and its totals, by its id.")
  public PayoutBatchView payoutBatch(@Id @NonNull String id) {
    return batches.get(id);
  }

  @Query
  @Needs(Scope.PAYOUTS_READ)
  @Description("Payout batches, the newest first.")
  public @NonNull PayoutBatchConnection payoutBatches(
      @DefaultValue("50") @Nullable Integer first, @Nullable String after) {
    return Connections.of(
        IdType.PAYOUT_BATCH,
        batches.list(Connections.page(first, after)),
        after != null,
        PayoutBatchEdge::new,
        PayoutBatchConnection::new);
  }

  @Mutation
  @Needs(Scope.PAYOUTS_WRITE)
  @Description(
      "Makes a payout for each payee who has something available, as a job; needs an idempotencyKey.")
  public @NonNull CreatePayoutBatchPayload createPayoutBatch(@NonNull CreatePayoutBatch input) {
    return Payloads.of(() -> batches.create(input), CreatePayoutBatchPayload::new);
  }

  /** The batch, or why not. */
  public record CreatePayoutBatchPayload(
      @Nullable PayoutBatchView payoutBatch, @NonNull List<@NonNull UserError> userErrors) {}

  @Mutation
  @Needs(Scope.PAYOUTS_WRITE)
  @Description(
      "Approves, cancels or sends all payouts of a batch, as a job; its items say what became of each.")
  public @NonNull TransitionPayoutBatchPayload transitionPayoutBatch(
      @NonNull TransitionPayoutBatch input) {
    return Payloads.of(() -> batches.transition(input), TransitionPayoutBatchPayload::new);
  }

  /** The job, or why not. */
  public record TransitionPayoutBatchPayload(
      @Nullable JobView job, @NonNull List<@NonNull UserError> userErrors) {}

  @Mutation
  @Needs(Scope.PAYOUTS_READ_DETAILS)
  @Description(
      "Writes the approved and sent payouts of a batch as a file for a bank; this leaves an audit record.")
  public @NonNull ExportPayoutBatchPayload exportPayoutBatch(@NonNull ExportPayoutBatch input) {
    return Payloads.of(() -> files.export(input), ExportPayoutBatchPayload::new);
  }

  /** The file, or why not. */
  public record ExportPayoutBatchPayload(
      @Nullable PayoutFileView payoutFile, @NonNull List<@NonNull UserError> userErrors) {}
}
