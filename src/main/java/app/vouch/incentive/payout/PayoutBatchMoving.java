package app.vouch.incentive.payout;

import app.vouch.incentive.BatchedPayoutService;
import app.vouch.platform.job.JobItem;
import app.vouch.platform.job.JobSlice;
import app.vouch.platform.job.JobTask;
import app.vouch.shared.IdType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Moves the payouts of a batch on: what is refused of one stops no other. */
@ApplicationScoped
class PayoutBatchMoving implements JobTask<PayoutBatchMoving.Plan> {
  private static final int AT_ONCE = 20;

  /** Which step, for which batch. */
  record Plan(
      String batchId, PayoutBatchStep action, @Nullable String reasonCode, @Nullable String note) {}

  private final BatchedPayoutService payouts;

  PayoutBatchMoving(BatchedPayoutService payouts) {
    this.payouts = payouts;
  }

  @Override
  public String kind() {
    return "payout-batch-transition";
  }

  @Override
  public Class<Plan> inputType() {
    return Plan.class;
  }

  @Override
  public JobSlice run(UUID jobId, Plan plan, @Nullable String cursor) {
    List<UUID> next =
        payouts.ofBatch(
            IdType.PAYOUT_BATCH.inPath(plan.batchId()),
            plan.action().step(),
            cursor == null ? null : IdType.PAYOUT.inPath(cursor),
            AT_ONCE);
    List<JobItem> items = next.stream().map(payout -> move(jobId, plan, payout)).toList();
    return new JobSlice(
        items.size(), items, next.size() < AT_ONCE ? null : IdType.PAYOUT.format(next.getLast()));
  }

  private JobItem move(UUID jobId, Plan plan, UUID payout) {
    return PayoutItems.attempt(
        IdType.PAYOUT.format(payout),
        () -> payouts.step(jobId, payout, plan.action().step(), plan.reasonCode(), plan.note()));
  }
}
