package app.vouch.incentive;

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
import app.vouch.shared.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done with rewards. They are granted by what happens to deals and referrals. */
@ApplicationScoped
public class RewardService {
  private static final int FUNDED_AT_ONCE = 100;

  private final RewardRepository rewards;
  private final RewardMoves moves;
  private final PayoutMoves payouts;
  private final Journal journal;
  private final Work work;
  private final RewardArchive archive;

  RewardService(
      RewardRepository rewards,
      RewardMoves moves,
      PayoutMoves payouts,
      Journal journal,
      Work work,
      RewardArchive archive) {
    this.rewards = rewards;
    this.moves = moves;
    this.payouts = payouts;
    this.journal = journal;
    this.work = work;
    this.archive = archive;
  }

  /**
   * Decides about a reward; a decision that was just made answers the present state.
   *
   * @throws Refusal.NotAllowed when the state has no such action
   * @throws Refusal.Rule {@code reason-required}, {@code reward-blocked}, {@code reward-in-payout},
   *     {@code reward-paid-out}, {@code actor-required} or {@code four-eyes}
   */
  public Answer<RewardView> transition(TransitionReward command) {
    UUID id = IdType.REWARD.inPath(command.id());
    return work.write(
        "transitionReward", command, RewardView.class, () -> Answer.done(decide(id, command)));
  }

  private RewardView decide(UUID id, TransitionReward command) {
    RewardDecision decision = command.action();
    payouts.lockLive(List.of(id));
    Reward reward = rewards.lock(id);
    if (reward.state() == decision.target()
        && journal.lastWas(id, decision.action(), decision.target())) {
      return reward.view();
    }
    RewardLifecycle.TABLE.move(IdType.REWARD, reward.state(), decision.action());
    String reason = reason(decision, command.reasonCode());
    switch (decision) {
      case APPROVE -> moves.approveAsCaller(reward, command.note());
      case DENY ->
          moves.deny(
              reward, Money.zero(reward.money()), Objects.requireNonNull(reason), command.note());
      case HOLD -> {
        payouts.freeUnsent(reward);
        moves.hold(reward, reason, command.note());
      }
      case FULFIL -> moves.fulfil(reward, command.note());
      case RELEASE -> moves.release(reward, command.note());
      case REVERSE ->
          moves.reverse(
              reward, payouts.free(reward), Objects.requireNonNull(reason), command.note());
    }
    return reward.view();
  }

  /**
   * @throws Refusal.Rule {@code reason-required}
   */
  static @Nullable String reason(RewardDecision decision, @Nullable String reasonCode) {
    if (decision.needsReason() && reasonCode == null) {
      throw new Refusal.Rule(
          ProblemType.REASON_REQUIRED, decision + " needs a reasonCode such as \"NOT_ELIGIBLE\"");
    }
    return reasonCode;
  }

  /** For the timer: does nothing when the reward is no longer waiting for it. */
  void mature(UUID id) {
    work.step(
        RewardMaturity.NAME,
        () -> {
          Reward reward = rewards.lock(id);
          if (reward.state() == RewardState.APPROVED) {
            moves.matureWhenDue(reward);
          }
        });
  }

  /** For the timer: what stopped rewards to a payee may be gone. The oldest go first. */
  void recheck(UUID payeeId) {
    work.step(
        GateRecheck.NAME,
        () -> rewards.lock(rewards.idsHeldByGates(payeeId)).forEach(moves::recheck));
  }

  /**
   * For the timer: what waits for its program's budget goes on, the oldest first. One that there is
   * no room for keeps the later ones of its currency waiting, so that a large one comes to its
   * turn.
   */
  void fundWaiting(UUID programId) {
    work.step(
        BudgetRecheck.NAME,
        () -> {
          Set<Unit> exhausted = new HashSet<>();
          for (Reward reward :
              rewards.lock(rewards.idsWaitingForBudget(programId, FUNDED_AT_ONCE))) {
            boolean isFirst = !exhausted.contains(reward.money());
            if (isFirst && reward.waitsForBudget() && !moves.fund(reward)) {
              exhausted.add(reward.money());
            }
          }
        });
  }

  /** For the timer: nobody took it, and it is on no way to be paid. */
  void expire(UUID id) {
    work.step(
        RewardExpiry.NAME,
        () -> {
          Reward reward = rewards.lock(id);
          boolean waits =
              switch (reward.state()) {
                case PENDING -> true;
                case AVAILABLE -> !payouts.isInPayout(reward);
                case APPROVED, HELD, PAID, FULFILLED, DENIED, REVERSED, EXPIRED -> false;
              };
          if (waits) {
            moves.expire(reward);
          }
        });
  }

  /**
   * @throws Refusal.NotFound when the tenant has no such reward
   */
  @Reads
  public RewardView get(String id) {
    return find(id).view();
  }

  /**
   * Why it is what it is, as it was frozen.
   *
   * @throws Refusal.NotFound when the tenant has no such reward
   */
  @Reads
  public RewardExplanationView explanation(String id) {
    Reward reward = find(id);
    RewardView view = reward.view();
    return new RewardExplanationView(
        view.id(),
        view.programVersionId(),
        view.ruleId(),
        view.trigger(),
        archive.calculations(reward.id()),
        archive.gateAnswers(reward.id()));
  }

  private Reward find(String id) {
    Reward found = rewards.findById(IdType.REWARD.inPath(id));
    if (found == null) {
      throw new Refusal.NotFound(IdType.REWARD, id);
    }
    return found;
  }

  /** The newest first. */
  @Reads
  public Page<RewardView> list(PageRequest page, RewardFilter filter) {
    return Page.of(
        rewards.page(page, filter),
        page.limit(),
        reward -> new Cursor(reward.id()),
        rows -> rows.stream().map(Reward::view).toList());
  }

  /** By id, in one query; what does not exist is left out. */
  @Reads
  public Map<UUID, RewardView> byIds(List<UUID> wanted) {
    Map<UUID, RewardView> found = new LinkedHashMap<>();
    rewards.byIds(wanted).forEach(reward -> found.put(reward.id(), reward.view()));
    return found;
  }

  /** Each referral's rewards, the newest first, in one query. */
  @Reads
  public Map<UUID, List<RewardView>> ofReferrals(List<UUID> referralIds) {
    Map<UUID, List<RewardView>> found = new LinkedHashMap<>();
    rewards
        .ofReferrals(referralIds)
        .forEach(
            reward ->
                found
                    .computeIfAbsent(reward.slot().referralId(), id -> new ArrayList<>())
                    .add(reward.view()));
    return found;
  }
}
