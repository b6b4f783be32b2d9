package app.vouch.incentive;

import app.vouch.platform.access.RequestContext;
import app.vouch.platform.access.Scope;
import app.vouch.platform.journal.Journal;
import app.vouch.platform.persistence.Reads;
import app.vouch.platform.work.Answer;
import app.vouch.platform.work.Work;
import app.vouch.shared.Cursor;
import app.vouch.shared.IdType;
import app.vouch.shared.Money;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be done with payouts. */
@ApplicationScoped
public class PayoutService {
  private final PayoutRepository payouts;
  private final RewardRepository rewards;
  private final ArrearsRepository arrears;
  private final PayoutMoves moves;
  private final RewardMoves rewardMoves;
  private final Journal journal;
  private final RequestContext request;
  private final Work work;

  PayoutService(
      PayoutRepository payouts,
      RewardRepository rewards,
      ArrearsRepository arrears,
      PayoutMoves moves,
      RewardMoves rewardMoves,
      Journal journal,
      RequestContext request,
      Work work) {
    this.payouts = payouts;
    this.rewards = rewards;
    this.arrears = arrears;
    this.moves = moves;
    this.rewardMoves = rewardMoves;
    this.journal = journal;
    this.request = request;
    this.work = work;
  }

  /**
   * Puts available rewards of one payee together, and unless rewards are named, arrears.
   *
   * @throws Refusal.Rule {@code idempotency-key-required}, or {@code reward-not-payable} naming the
   *     rewards that are not available, or are in another payout, or another's
   */
  public Answer<PayoutView> create(CreatePayout command) {
    requireKey(command);
    return work.write(
        "createPayout", command, PayoutView.class, () -> Answer.created(createNow(command)));
  }

  private void requireKey(CreatePayout command) {
    boolean dryRun = Boolean.TRUE.equals(command.dryRun());
    if (!dryRun && command.idempotencyKey() == null && request.idempotencyKey() == null) {
      throw new Refusal.Rule(
          ProblemType.IDEMPOTENCY_KEY_REQUIRED,
          "a payout is made once: send an Idempotency-Key, and the same one when you repeat it");
    }
  }

  private PayoutView createNow(CreatePayout command) {
    UUID payee = IdType.PERSON.inBody("/payeeId", command.payeeId());
    Currency currency = Money.currency("/currency", command.currency());
    List<String> named = command.rewardIds();
    List<UUID> wanted =
        named == null
            ? rewards.idsAvailable(payee, currency)
            : named.stream().map(id -> IdType.REWARD.inBody("/rewardIds", id)).distinct().toList();
    List<Reward> locked = rewards.lock(wanted);
    Set<UUID> payable = payable(locked, payee, currency);
    if (named != null) {
      requireAll(wanted, payable);
    }
    List<Reward> parts = locked.stream().filter(r -> payable.contains(r.id())).toList();
    List<Arrears> owed = named == null ? arrears.lockFree(payee, currency) : List.of();
    if (parts.isEmpty() && owed.isEmpty()) {
      throw new Refusal.Rule(
          ProblemType.REWARD_NOT_PAYABLE,
          "%s has no available rewards in %s".formatted(command.payeeId(), currency));
    }
    return moves.view(moves.create(payee, parts, owed, lowestFourEyes(parts, owed)));
  }

  private Set<UUID> payable(List<Reward> locked, UUID payee, Currency currency) {
    Set<UUID> payable =
        locked.stream()
            .filter(r -> r.state() == RewardState.AVAILABLE)
            .filter(r -> r.payeeId().equals(payee) && r.money().equals(currency))
            .map(Reward::id)
            .collect(Collectors.toCollection(HashSet::new));
    payouts.live(payable).forEach(item -> payable.remove(item.rewardId()));
    return payable;
  }

  private static void requireAll(List<UUID> wanted, Set<UUID> payable) {
    List<String> refused =
        wanted.stream().filter(id -> !payable.contains(id)).map(IdType.REWARD::format).toList();
    if (!refused.isEmpty()) {
      throw new Refusal.Rule(
          ProblemType.REWARD_NOT_PAYABLE,
          "not available to this payee in this currency, or in another payout: " + refused,
          Map.of("rewardIds", refused));
    }
  }

  private @Nullable Money lowestFourEyes(List<Reward> parts, List<Arrears> owed) {
    return Stream.concat(
            parts.stream().map(part -> rewardMoves.rule(part).approval().fourEyesAbove()),
            owed.stream().map(Arrears::fourEyesAbove))
        .filter(Objects::nonNull)
        .reduce(Money::min)
        .orElse(null);
  }

  /**
   * Moves a payout on; a step that was just made answers the present state.
   *
   * @throws Refusal.NotAllowed when the state has no such action
   * @throws Refusal.Rule {@code missing-scope} where the caller may not approve, {@code
   *     reason-required}, {@code ledger-limit}, {@code actor-required} or {@code four-eyes}
   */
  public Answer<PayoutView> transition(TransitionPayout command) {
    UUID id = IdType.PAYOUT.inPath(command.id());
    if (command.action() == PayoutStep.APPROVE) {
      request.requireScope(Scope.PAYOUTS_APPROVE);
    }
    return work.write(
        "transitionPayout", command, PayoutView.class, () -> Answer.done(step(id, command)));
  }

  private PayoutView step(UUID id, TransitionPayout command) {
    PayoutStep step = command.action();
    Payout payout = payouts.lock(id);
    if (payout.state() == step.target() && journal.lastWas(id, step.action(), step.target())) {
      return moves.view(payout);
    }
    PayoutLifecycle.TABLE.move(IdType.PAYOUT, payout.state(), step.action());
    String reason = reason(command);
    switch (step) {
      case APPROVE -> moves.approve(payout, command.note());
      case CANCEL -> moves.cancel(payout, reason, command.note());
      case SEND -> moves.send(payout, command.note());
      case SETTLE -> moves.settle(payout, command.note());
      case FAIL -> moves.fail(payout, reason, command.note());
      case RETURN -> moves.takeReturn(payout, reason, command.note());
    }
    return moves.view(payout);
  }

  private static @Nullable String reason(TransitionPayout command) {
    if (command.action().needsReason() && command.reasonCode() == null) {
      throw new Refusal.Rule(
          ProblemType.REASON_REQUIRED,
          command.action() + " needs a reasonCode such as \"ACCOUNT_CLOSED\"");
    }
    return command.reasonCode();
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
