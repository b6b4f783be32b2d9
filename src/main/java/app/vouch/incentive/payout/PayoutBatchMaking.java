package app.vouch.incentive.payout;

import app.vouch.incentive.BatchMember;
import app.vouch.incentive.BatchedPayoutService;
import app.vouch.platform.job.JobItem;
import app.vouch.platform.job.JobSlice;
import app.vouch.platform.job.JobTask;
import app.vouch.shared.IdType;
import app.vouch.shared.Money;
import app.vouch.shared.MoneyView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the payouts of a batch: what is refused of one payee stops no other. */
@ApplicationScoped
class PayoutBatchMaking implements JobTask<PayoutBatchMaking.Plan> {
  static final int MOST_PAYEES = 10_000;
  private static final int AT_ONCE = 20;

  /**
   * What the batch is made of.
   *
   * @param payeeIds null for whoever has something available
   */
  record Plan(
      String batchId,
      @Nullable String programId,
      String adapter,
      MoneyView minimum,
      @Nullable List<String> payeeIds) {}

  /** How many payees were gone through, and the last of them. */
  private record Place(int done, @Nullable UUID last) {
    private static final Place START = new Place(0, null);

    static Place parse(@Nullable String cursor) {
      if (cursor == null) {
        return START;
      }
      int colon = cursor.indexOf(':');
      return new Place(
          Integer.parseInt(cursor.substring(0, colon)),
          IdType.PERSON.inPath(cursor.substring(colon + 1)));
    }

    static String text(int done, UUID last) {
      return done + ":" + IdType.PERSON.format(last);
    }
  }

  private final BatchedPayoutService payouts;

  PayoutBatchMaking(BatchedPayoutService payouts) {
    this.payouts = payouts;
  }

  @Override
  public String kind() {
    return "payout-batch";
  }

  @Override
  public Class<Plan> inputType() {
    return Plan.class;
  }

  @Override
  public JobSlice run(UUID jobId, Plan plan, @Nullable String cursor) {
    Place place = Place.parse(cursor);
    List<UUID> payees = payees(plan, place);
    List<JobItem> items = payees.stream().map(payee -> make(plan, payee)).toList();
    int done = place.done() + payees.size();
    boolean last = payees.size() < AT_ONCE || done >= MOST_PAYEES;
    return new JobSlice(items.size(), items, last ? null : Place.text(done, payees.getLast()));
  }

  private List<UUID> payees(Plan plan, Place place) {
    List<String> named = plan.payeeIds();
    int most = Math.min(AT_ONCE, MOST_PAYEES - place.done());
    return named == null
        ? payouts.payees(
            IdType.PAYOUT_BATCH.inPath(plan.batchId()),
            minimum(plan).currency(),
            IdType.PROGRAM.inBodyNullable("/programId", plan.programId()),
            place.last(),
            most)
        : named.stream().skip(place.done()).limit(most).map(IdType.PERSON::inPath).toList();
  }

  private static Money minimum(Plan plan) {
    return plan.minimum().toMoney("/minimum");
  }

  private JobItem make(Plan plan, UUID payee) {
    Money minimum = minimum(plan);
    BatchMember member =
        new BatchMember(
            IdType.PAYOUT_BATCH.inPath(plan.batchId()),
            payee,
            minimum.currency(),
            plan.adapter(),
            IdType.PROGRAM.inBodyNullable("/programId", plan.programId()),
            minimum.isZero() ? null : minimum);
    return PayoutItems.attempt(IdType.PERSON.format(payee), () -> payouts.create(member));
  }
}
