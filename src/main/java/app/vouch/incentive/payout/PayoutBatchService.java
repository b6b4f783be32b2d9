package app.vouch.incentive.payout;

import app.vouch.incentive.BatchedPayoutService;
import app.vouch.incentive.PayoutAdapters;
import app.vouch.incentive.PayoutService;
import app.vouch.incentive.PayoutSum;
import app.vouch.platform.access.RequestContext;
import app.vouch.platform.access.Scope;
import app.vouch.platform.job.JobService;
import app.vouch.platform.job.JobState;
import app.vouch.platform.job.JobView;
import app.vouch.platform.job.Jobs;
import app.vouch.platform.persistence.Reads;
import app.vouch.platform.work.Answer;
import app.vouch.platform.work.Work;
import app.vouch.program.ProgramService;
import app.vouch.shared.Cursor;
import app.vouch.shared.IdType;
import app.vouch.shared.Money;
import app.vouch.shared.MoneyView;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import app.vouch.shared.Unit;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can be done with batches of payouts. */
@ApplicationScoped
public class PayoutBatchService {
  private final PayoutBatchRepository batches;
  private final BatchedPayoutService batched;
  private final PayoutService payouts;
  private final PayoutAdapters adapters;
  private final PayoutBatchMaking making;
  private final PayoutBatchMoving moving;
  private final ProgramService programs;
  private final Jobs jobs;
  private final JobService jobService;
  private final RequestContext request;
  private final Work work;
  private final Uuid7 ids;
  private final Clock clock;

  PayoutBatchService(
      PayoutBatchRepository batches,
      BatchedPayoutService batched,
      PayoutService payouts,
      PayoutAdapters adapters,
      PayoutBatchMaking making,
      PayoutBatchMoving moving,
      ProgramService programs,
      Jobs jobs,
      JobService jobService,
      RequestContext request,
      Work work,
      Uuid7 ids,
      Clock clock) {
    this.batches = batches;
    this.batched = batched;
    this.payouts = payouts;
    this.adapters = adapters;
    this.making = making;
    this.moving = moving;
    this.programs = programs;
    this.jobs = jobs;
    this.jobService = jobService;
    this.request = request;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Begins a batch; a job makes its payouts, in the name of the caller.
   *
   * @throws Refusal.Rule {@code idempotency-key-required}, {@code unknown-reference}, {@code
   *     wrong-id-type} or {@code currency-mismatch}
   */
  public Answer<PayoutBatchView> create(CreatePayoutBatch command) {
    payouts.requireKey(command);
    return work.write(
        "createPayoutBatch",
        command,
        PayoutBatchView.class,
        () -> Answer.created(createNow(command)));
  }

  private PayoutBatchView createNow(CreatePayoutBatch command) {
    Unit currency = Unit.currency("/currency", command.currency());
    Money minimum = minimum(command.minimum(), currency);
    UUID program = program(command.programId());
    String adapter = adapters.chosen(command.adapter()).name();
    List<String> payees = command.payeeIds();
    if (payees != null) {
      payees = payees.stream().distinct().toList();
      payees.forEach(id -> IdType.PERSON.inBody("/payeeIds", id));
    }
    UUID id = ids.next();
    JobView job =
        jobs.start(
            making,
            new PayoutBatchMaking.Plan(
                IdType.PAYOUT_BATCH.format(id),
                command.programId(),
                adapter,
                minimum.view(),
                payees),
            payees == null ? null : payees.size());
    PayoutBatch batch =
        new PayoutBatch(
            id, program, minimum, adapter, IdType.JOB.inPath(job.id()), clock.instant());
    batches.persist(batch);
    return PayoutBatchView.of(batch, true, List.of());
  }

  private static Money minimum(@Nullable MoneyView given, Unit currency) {
    Money minimum = given == null ? Money.zero(currency) : given.toMoney("/minimum");
    if (minimum.isNegative()) {
      throw new Refusal.Invalid("/minimum/amount", "out-of-bounds", "must not be negative");
    }
    return Money.zero(currency).plus(minimum);
  }

  private @Nullable UUID program(@Nullable String given) {
    UUID id = IdType.PROGRAM.inBodyNullable("/programId", given);
    if (id != null && programs.byIds(List.of(id)).isEmpty()) {
      throw new Refusal.Rule(ProblemType.UNKNOWN_REFERENCE, "/programId: no program " + given);
    }
    return id;
  }

  /**
   * Begins to move all payouts of a batch on, as a job in the name of the caller.
   *
   * @throws Refusal.NotFound when the tenant has no such batch
   * @throws Refusal.Rule {@code missing-scope} where the caller may not approve; {@code
   *     transition-not-allowed} while its payouts are being made
   */
  public Answer<JobView> transition(TransitionPayoutBatch command) {
    IdType.PAYOUT_BATCH.inPath(command.id());
    if (command.action() == PayoutBatchStep.APPROVE) {
      request.requireScope(Scope.PAYOUTS_APPROVE);
    }
    return work.write(
        "transitionPayoutBatch",
        command,
        JobView.class,
        () -> Answer.created(transitionNow(command)));
  }

  private JobView transitionNow(TransitionPayoutBatch command) {
    PayoutBatch batch = batches.get(command.id());
    if (preparing(List.of(batch)).getOrDefault(batch.id(), false)) {
      throw new Refusal.Rule(
          ProblemType.TRANSITION_NOT_ALLOWED,
          "the payouts of %s are still being made; wait until %s is over"
              .formatted(batch.publicId(), IdType.JOB.format(batch.jobId())),
          Map.of("allowed", List.of()));
    }
    return jobs.start(
        moving,
        new PayoutBatchMoving.Plan(
            batch.publicId(), command.action(), command.reasonCode(), command.note()),
        batched.countOfBatch(batch.id(), command.action().step()));
  }

  private Map<UUID, Boolean> preparing(List<PayoutBatch> rows) {
    Map<UUID, JobView> known = jobService.byIds(rows.stream().map(PayoutBatch::jobId).toList());
    return rows.stream()
        .collect(Collectors.toMap(PayoutBatch::id, batch -> isUnderWay(known.get(batch.jobId()))));
  }

  private static boolean isUnderWay(@Nullable JobView job) {
    return job != null && (job.state() == JobState.QUEUED || job.state() == JobState.RUNNING);
  }

  /**
   * @throws Refusal.NotFound when the tenant has no such batch
   */
  @Reads
  public PayoutBatchView get(String id) {
    return views(List.of(batches.get(id))).getFirst();
  }

  /** The newest first. */
  @Reads
  public Page<PayoutBatchView> list(PageRequest page) {
    return Page.of(batches.page(page), page.limit(), batch -> new Cursor(batch.id()), this::views);
  }

  private List<PayoutBatchView> views(List<PayoutBatch> rows) {
    Map<UUID, Boolean> preparing = preparing(rows);
    Map<UUID, List<PayoutSum>> sums =
        batched.sums(rows.stream().map(PayoutBatch::id).toList()).stream()
            .collect(Collectors.groupingBy(PayoutSum::batchId));
    return rows.stream()
        .map(
            batch ->
                PayoutBatchView.of(
                    batch,
                    preparing.getOrDefault(batch.id(), false),
                    sums.getOrDefault(batch.id(), List.of())))
        .toList();
  }
}
