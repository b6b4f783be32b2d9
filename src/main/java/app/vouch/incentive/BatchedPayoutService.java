package app.vouch.incentive;

import app.vouch.platform.persistence.Reads;
import app.vouch.platform.work.Answer;
import app.vouch.platform.work.Work;
import app.vouch.shared.IdType;
import app.vouch.shared.Refusal;
import app.vouch.shared.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Payouts as batches make and move them: each in a transaction of its own, under a key of its own,
 * so that what a job did before it was killed is not done again. Whoever calls has seen to the
 * caller's scopes.
 */
@ApplicationScoped
public class BatchedPayoutService {
  private final PayoutRepository payouts;
  private final PayoutCandidates candidates;
  private final PayoutMaking making;
  private final PayoutSteps steps;
  private final PayoutMoves moves;
  private final Work work;

  BatchedPayoutService(
      PayoutRepository payouts,
      PayoutCandidates candidates,
      PayoutMaking making,
      PayoutSteps steps,
      PayoutMoves moves,
      Work work) {
    this.payouts = payouts;
    this.candidates = candidates;
    this.making = making;
    this.steps = steps;
    this.moves = moves;
    this.work = work;
  }

  /**
   * Makes the payee's payout of the batch, once.
   *
   * @throws Refusal.Rule {@code reward-not-payable}, {@code below-minimum} or {@code
   *     payee-details-missing}
   */
  public void create(BatchMember member) {
    work.write(
        "createPayout",
        member.command(),
        PayoutView.class,
        () -> Answer.created(moves.view(making.make(member.wish()))));
  }

  /**
   * Takes a step for a batch, once per job.
   *
   * @throws Refusal as {@link PayoutService#transition}
   */
  public void step(
      UUID jobId, UUID payoutId, PayoutStep step, @Nullable String reason, @Nullable String note) {
    String id = IdType.PAYOUT.format(payoutId);
    TransitionPayout command =
        new TransitionPayout(
            id, step, reason, null, note, null, IdType.JOB.format(jobId) + ':' + id);
    work.write(
        "transitionPayout", command, PayoutView.class, () -> Answer.done(steps.take(command)));
  }

  /**
   * Who has something to be paid, by id, after that one; and who is paid by the batch already,
   * since a job that was killed looks again.
   */
  @Reads
  public List<UUID> payees(
      UUID batchId, Unit currency, @Nullable UUID programId, @Nullable UUID after, int most) {
    UUID from = after == null ? new UUID(0, 0) : after;
    List<UUID> byRewards = candidates.ofRewards(currency, programId, from, most);
    List<UUID> byArrears =
        programId == null ? candidates.ofArrears(currency, from, most) : List.of();
    List<UUID> before = payouts.payeesOfBatch(batchId, from, most);
    return Stream.of(byRewards, byArrears, before)
        .flatMap(List::stream)
        .distinct()
        .sorted(Comparator.comparing(IdType.PERSON::format))
        .limit(most)
        .toList();
  }

  /** The payouts of a batch that this step may concern, by id, after that one. */
  @Reads
  public List<UUID> ofBatch(UUID batchId, PayoutStep step, @Nullable UUID after, int most) {
    return payouts.idsOfBatch(
        batchId, concerned(step), after == null ? new UUID(0, 0) : after, most);
  }

  /** How many payouts of a batch this step may concern. */
  @Reads
  public int countOfBatch(UUID batchId, PayoutStep step) {
    return payouts.countOfBatch(batchId, concerned(step));
  }

  /** Those that can take the step, and those that have taken it. */
  private static Set<PayoutState> concerned(PayoutStep step) {
    Set<PayoutState> states = EnumSet.of(step.target());
    PayoutLifecycle.TABLE.states().stream()
        .filter(state -> PayoutLifecycle.TABLE.allowed(state).contains(step.action()))
        .forEach(states::add);
    return states;
  }

  /** What the batches hold, by state, in one query. */
  @Reads
  public List<PayoutSum> sums(Collection<UUID> batchIds) {
    return payouts.sums(batchIds);
  }

  /** What a batch is still to pay or is paying: approved or sent, and not of 0. */
  @Reads
  public List<DuePayment> due(UUID batchId) {
    return payouts.ofBatch(batchId, EnumSet.of(PayoutState.APPROVED, PayoutState.SENT)).stream()
        .filter(payout -> payout.amount().isPositive())
        .map(payout -> new DuePayment(payout.id(), payout.payeeId(), payout.amount()))
        .toList();
  }
}
