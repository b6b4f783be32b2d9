package app.vouch.incentive;

import app.vouch.platform.access.RequestContext;
import app.vouch.platform.access.Scope;
import app.vouch.platform.persistence.Reads;
import app.vouch.platform.work.Answer;
import app.vouch.platform.work.Command;
import app.vouch.platform.work.Work;
import app.vouch.shared.Cursor;
import app.vouch.shared.IdType;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import app.vouch.shared.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What can be done with payouts. */
@ApplicationScoped
public class PayoutService {
  private final PayoutRepository payouts;
  private final PayoutAdapters adapters;
  private final PayoutMaking making;
  private final PayoutSteps steps;
  private final PayoutMoves moves;
  private final RequestContext request;
  private final Work work;

  PayoutService(
      PayoutRepository payouts,
      PayoutAdapters adapters,
      PayoutMaking making,
      PayoutSteps steps,
      PayoutMoves moves,
      RequestContext request,
      Work work) {
    this.payouts = payouts;
    this.adapters = adapters;
    this.making = making;
    this.steps = steps;
    this.moves = moves;
    this.request = request;
    this.work = work;
  }

  /**
   * Puts available rewards of one payee together, and unless rewards are named, arrears.
   *
   * @throws Refusal.Rule {@code idempotency-key-required}; {@code reward-not-payable} naming the
   *     rewards that are not available, or are in another payout, or another's; {@code
   *     payee-details-missing} where the adapter needs them
   */
  public Answer<PayoutView> create(CreatePayout command) {
    requireKey(command);
    return work.write(
        "createPayout",
        command,
        PayoutView.class,
        () -> Answer.created(moves.view(making.make(wish(command)))));
  }

  /**
   * @throws Refusal.Rule {@code idempotency-key-required}
   */
  public void requireKey(Command command) {
    boolean dryRun = Boolean.TRUE.equals(command.dryRun());
    if (!dryRun && command.idempotencyKey() == null && request.idempotencyKey() == null) {
      throw new Refusal.Rule(
          ProblemType.IDEMPOTENCY_KEY_REQUIRED,
          "a payout is made once: send an Idempotency-Key, and the same one when you repeat it");
    }
  }

  private PayoutWish wish(CreatePayout command) {
    List<String> named = command.rewardIds();
    return new PayoutWish(
        IdType.PERSON.inBody("/payeeId", command.payeeId()),
        Unit.currency("/currency", command.currency()),
        new PayoutRoute(adapters.chosen(command.adapter()).name(), null),
        null,
        named == null
            ? null
            : named.stream().map(id -> IdType.REWARD.inBody("/rewardIds", id)).distinct().toList(),
        null);
  }

  /**
   * Moves a payout on; a step that was just made answers the present state.
   *
   * @throws Refusal.NotAllowed when the state has no such action
   * @throws Refusal.Rule {@code missing-scope} where the caller may not approve, {@code
   *     reason-required}, {@code ledger-limit}, {@code actor-required} or {@code four-eyes}; {@code
   *     payee-details-missing} or {@code payment-reference} where the adapter asks for it
   */
  public Answer<PayoutView> transition(TransitionPayout command) {
    IdType.PAYOUT.inPath(command.id());
    if (command.action() == PayoutStep.APPROVE) {
      request.requireScope(Scope.PAYOUTS_APPROVE);
    }
    return work.write(
        "transitionPayout", command, PayoutView.class, () -> Answer.done(steps.take(command)));
  }

  /**
   * @throws Refusal.NotFound when the tenant has no such payout
   */
  @Reads
  public PayoutView get(String id) {
    Payout found = payouts.findById(IdType.PAYOUT.inPath(id));
    if (found == null) {
      throw new Refusal.NotFound(IdType.PAYOUT, id);
    }
    return moves.view(found);
  }

  /** The newest first. */
  @Reads
  public Page<PayoutView> list(PageRequest page, PayoutFilter filter) {
    return Page.of(payouts.page(page, filter), page.limit(), p -> new Cursor(p.id()), this::views);
  }

  private List<PayoutView> views(List<Payout> rows) {
    Map<UUID, List<UUID>> parts = payouts.rewards(rows.stream().map(Payout::id).toList());
    return rows.stream().map(p -> p.view(parts.getOrDefault(p.id(), List.of()))).toList();
  }
}
