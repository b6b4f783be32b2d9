package app.vouch.incentive;

import app.vouch.platform.access.RequestContext;
import app.vouch.platform.event.Events;
import app.vouch.platform.journal.Journal;
import app.vouch.platform.journal.Step;
import app.vouch.shared.IdType;
import app.vouch.shared.Money;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import app.vouch.shared.Unit;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a payout that is locked, and what they mean for its rewards. Payouts are locked
 * before rewards. Whoever takes a step for a caller asks the table first.
 */
@ApplicationScoped
class PayoutMoves {
  static final String REWARD_CHANGED = "REWARD_CHANGED";

  private final PayoutRepository payouts;
  private final RewardRepository rewards;
  private final ArrearsRepository arrears;
  private final PayoutPostings postings;
  private final RewardMoves rewardMoves;
  private final Journal journal;
  private final Events events;
  private final RequestContext request;
  private final Uuid7 ids;
  private final Clock clock;

  PayoutMoves(
      PayoutRepository payouts,
      RewardRepository rewards,
      ArrearsRepository arrears,
      PayoutPostings postings,
      RewardMoves rewardMoves,
      Journal journal,
      Events events,
      RequestContext request,
      Uuid7 ids,
      Clock clock) {
    this.payouts = payouts;
    this.rewards = rewards;
    this.arrears = arrears;
    this.postings = postings;
    this.rewardMoves = rewardMoves;
    this.journal = journal;
    this.events = events;
    this.request = request;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param parts locked, available, of that payee and in one currency
   * @param owed locked, the same
   */
  Payout create(
      UUID payeeId,
      PayoutRoute route,
      List<Reward> parts,
      List<Arrears> owed,
      @Nullable Money fourEyesAbove) {
    Unit currency =
        parts.isEmpty() ? owed.getFirst().amount().currency() : parts.getFirst().money();
    Money late = owed.stream().map(Arrears::amount).reduce(Money.zero(currency), Money::plus);
    Money total = parts.stream().map(Reward::knownAmount).reduce(late, Money::plus);
    Payout payout =
        new Payout(ids.next(), payeeId, route, total, late, fourEyesAbove, clock.instant());
    payouts.persist(payout);
    owed.forEach(part -> part.joins(payout.id()));
    parts.forEach(
        part ->
            payouts.add(
                new PayoutItem(ids.next(), payout.id(), part.id(), part.knownAmount().minor())));
    payouts.flush();
    record(payout, null, PayoutAction.CREATE, null, null);
    events.publish(new PayoutEvents.PayoutCreated(view(payout)));
    return payout;
  }

  /** Above the lowest limit of its rewards' rules the second of two people approves. */
  void approve(Payout payout, @Nullable String note) {
    if (FourEyes.awaitsSecond(
        IdType.PAYOUT,
        payout.total(),
        payout.fourEyesAbove(),
        payout.firstApprover(),
        request::namedActor)) {
      payout.approveOnce(FourEyes.name(request.actor()), clock.instant());
      payouts.flush();
      record(payout, payout.state(), PayoutAction.APPROVE, null, note);
      return;
    }
    postings.approve(payout);
    move(payout, PayoutAction.APPROVE, null, note);
  }

  void cancel(Payout payout, @Nullable String reasonCode, @Nullable String note) {
    postings.giveUp(payout, PayoutAction.CANCEL);
    letGo(payout, payouts.items(payout.id()));
    move(payout, PayoutAction.CANCEL, reasonCode, note);
  }

  void send(Payout payout, @Nullable String note) {
    postings.send(payout);
    move(payout, PayoutAction.SEND, null, note);
  }

  void settle(Payout payout, @Nullable String note) {
    List<Reward> parts = lockRewards(payouts.items(payout.id()));
    postings.settle(payout);
    move(payout, PayoutAction.SETTLE, null, note);
    parts.stream().filter(r -> r.state() == RewardState.AVAILABLE).forEach(rewardMoves::pay);
  }

  void fail(Payout payout, @Nullable String reasonCode, @Nullable String note) {
    List<PayoutItem> items = payouts.items(payout.id());
    List<Reward> parts = lockRewards(items);
    if (payout.state() == PayoutState.SENT) {
      postings.fail(payout);
      settle(payout, excess(payout, items, parts));
    } else {
      postings.giveUp(payout, PayoutAction.FAIL);
    }
    letGo(payout, items);
    move(payout, PayoutAction.FAIL, reasonCode, note);
  }

  void takeReturn(Payout payout, @Nullable String reasonCode, @Nullable String note) {
    List<PayoutItem> items = payouts.items(payout.id());
    List<Reward> parts = lockRewards(items);
    postings.takeReturn(payout);
    settle(payout, excess(payout, items, parts));
    letGo(payout, items);
    move(payout, PayoutAction.RETURN, reasonCode, note);
    parts.stream().filter(r -> r.state() == RewardState.PAID).forEach(rewardMoves::takeReturn);
  }

  /** Its rewards can be paid by another one, or expire, which they could not while it lived. */
  private void letGo(Payout payout, List<PayoutItem> items) {
    items.forEach(PayoutItem::letGo);
    arrears.ofPayout(payout.id()).forEach(Arrears::letGo);
    rewards
        .expiries(items.stream().map(PayoutItem::rewardId).toList())
        .forEach((id, at) -> rewardMoves.armExpiry(id, "expiry-" + payout.publicId(), at));
  }

  private List<Reward> lockRewards(List<PayoutItem> items) {
    return rewards.lock(items.stream().map(PayoutItem::rewardId).toList());
  }

  /** What came back beyond the rewards settles their debt; the part that is no debt is owed. */
  private void settle(Payout payout, Money excess) {
    Money owed = postings.settleDebt(payout, excess);
    if (owed.isPositive()) {
      arrears.persist(new Arrears(ids.next(), payout, owed, clock.instant()));
    }
  }

  /** What the payout carried beyond what its rewards are worth now. */
  private static Money excess(Payout payout, List<PayoutItem> items, List<Reward> parts) {
    Map<UUID, Reward> byId =
        parts.stream().collect(Collectors.toMap(Reward::id, Function.identity()));
    long excess = 0;
    for (PayoutItem item : items) {
      Reward part = byId.get(item.rewardId());
      long worth = part != null && part.state().stands() ? part.knownAmount().minor() : 0;
      excess = Math.addExact(excess, Math.max(0, item.amount() - worth));
    }
    return new Money(excess, payout.total().currency());
  }

  /** Locks the live payouts of those rewards, in the order of their ids. */
  void lockLive(Collection<UUID> rewardIds) {
    payouts.live(rewardIds).stream()
        .map(PayoutItem::payoutId)
        .distinct()
        .sorted(Comparator.comparing(IdType.PAYOUT::format))
        .forEach(payouts::lock);
  }

  /** What the payee got of a reward: what a payout has sent out, or what was given. */
  Money sent(Reward reward) {
    if (reward.state() == RewardState.FULFILLED) {
      return reward.knownAmount();
    }
    return payouts.live(List.of(reward.id())).stream()
        .filter(item -> payouts.lock(item.payoutId()).isOut())
        .map(item -> new Money(item.amount(), reward.money()))
        .findFirst()
        .orElse(Money.zero(reward.money()));
  }

  /**
   * Takes a locked reward out of a payout that has not been sent, by cancelling that.
   *
   * @return what a payout has sent out for the reward
   */
  Money free(Reward reward) {
    payouts.live(List.of(reward.id())).stream()
        .map(item -> payouts.lock(item.payoutId()))
        .filter(payout -> !payout.isOut())
        .forEach(payout -> cancel(payout, REWARD_CHANGED, null));
    return sent(reward);
  }

  /**
   * As {@link #free}, for what must not happen to money that is under way.
   *
   * @throws Refusal.Rule {@code reward-in-payout} when it was sent
   */
  void freeUnsent(Reward reward) {
    if (free(reward).isPositive()) {
      throw new Refusal.Rule(
          ProblemType.REWARD_IN_PAYOUT,
          "%s is in a payout that was sent; wait until that settles or fails"
              .formatted(reward.publicId()));
    }
  }

  boolean isInPayout(Reward reward) {
    return !payouts.live(List.of(reward.id())).isEmpty();
  }

  private void move(
      Payout payout, PayoutAction action, @Nullable String reasonCode, @Nullable String note) {
    PayoutState from = payout.state();
    PayoutState to = PayoutLifecycle.TABLE.move(IdType.PAYOUT, from, action);
    payout.changeTo(to, reasonCode, clock.instant());
    payouts.flush();
    record(payout, from, action, reasonCode, note);
    events.publish(new PayoutEvents.PayoutMoved(action, from, view(payout)));
  }

  private void record(
      Payout payout,
      @Nullable PayoutState from,
      PayoutAction action,
      @Nullable String reasonCode,
      @Nullable String note) {
    journal.record(
        new Step(
            IdType.PAYOUT,
            payout.id(),
            from,
            action,
            payout.state(),
            payout.version(),
            reasonCode,
            note));
  }

  PayoutView view(Payout payout) {
    return payout.view(payouts.items(payout.id()).stream().map(PayoutItem::rewardId).toList());
  }
}
