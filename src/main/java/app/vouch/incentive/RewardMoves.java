package app.vouch.incentive;

import app.vouch.platform.access.RequestContext;
import app.vouch.platform.event.Events;
import app.vouch.platform.journal.Journal;
import app.vouch.platform.journal.Step;
import app.vouch.platform.timer.Timers;
import app.vouch.program.ProgramService;
import app.vouch.program.ProgramSettings;
import app.vouch.program.RewardRule;
import app.vouch.program.RewardRule.Approver;
import app.vouch.program.RewardRule.Clawback;
import app.vouch.program.RewardRule.ClawbackMode;
import app.vouch.shared.IdType;
import app.vouch.shared.Money;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a reward that is locked: books, state by the table, journal, event, in this order.
 * Whoever takes a step for a caller asks the table first. Knows nothing of payouts; what one has
 * sent out is told.
 */
@ApplicationScoped
class RewardMoves {
  static final String CAUSE_GONE = "CAUSE_GONE";

  private final RewardRepository rewards;
  private final RewardPostings postings;
  private final RewardGates gates;
  private final BudgetQueue budget;
  private final ProgramService programs;
  private final Journal journal;
  private final Events events;
  private final Timers timers;
  private final RequestContext request;
  private final RewardArchive archive;
  private final Uuid7 ids;
  private final Clock clock;

  RewardMoves(
      RewardRepository rewards,
      RewardPostings postings,
      RewardGates gates,
      BudgetQueue budget,
      ProgramService programs,
      Journal journal,
      Events events,
      Timers timers,
      RequestContext request,
      RewardArchive archive,
      Uuid7 ids,
      Clock clock) {
    this.rewards = rewards;
    this.postings = postings;
    this.gates = gates;
    this.budget = budget;
    this.programs = programs;
    this.journal = journal;
    this.events = events;
    this.timers = timers;
    this.request = request;
    this.archive = archive;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Promises what a rule says, and approves it where the rule does that itself.
   *
   * @param place free in its slot
   */
  Reward grant(RewardClaim claim, RewardPlace place) {
    Instant now = clock.instant();
    RewardRule rule = claim.rule();
    ProgramSettings settings = claim.version().settings();
    Instant holdUntil = rule.hold().isZero() ? null : rule.hold().addTo(now, settings.zone());
    Instant expiresAt = rule.expires().addTo(now, settings.zone());
    Set<RewardReason> reasons = reasons(claim, holdUntil, now);
    Reward reward = new Reward(ids.next(), claim, place, holdUntil, expiresAt, reasons, now);
    if (!postings.grant(reward)) {
      reasons.add(RewardReason.BUDGET);
    }
    GateVerdict verdict = gates.check(reward, GateMoment.GRANT);
    reward.waitFor(union(reasons, verdict.reasons()));
    rewards.persist(reward);
    archive.keep(reward, claim.calculation());
    rewards.flush();
    record(reward, null, RewardAction.GRANT, null, null);
    events.publish(new RewardEvents.RewardGranted(reward.view()));
    armExpiry(reward.id(), "expiry", expiresAt);
    goOn(reward, verdict);
    return reward;
  }

  private static Set<RewardReason> reasons(
      RewardClaim claim, @Nullable Instant holdUntil, Instant now) {
    RewardRule rule = claim.rule();
    Money promised = claim.promised();
    Set<RewardReason> reasons = EnumSet.noneOf(RewardReason.class);
    if (claim.amount().rateMissing()) {
      reasons.add(RewardReason.FX_RATE_MISSING);
    }
    if (rule.approval().by() == Approver.PERSON
        || (promised != null && FourEyes.needed(promised, rule.approval().fourEyesAbove()))) {
      reasons.add(RewardReason.APPROVAL);
    }
    if (holdUntil != null && holdUntil.isAfter(now)) {
      reasons.add(RewardReason.HOLD_PERIOD);
    }
    return reasons;
  }

  private static Set<RewardReason> union(Set<RewardReason> some, Set<RewardReason> others) {
    Set<RewardReason> all = EnumSet.noneOf(RewardReason.class);
    all.addAll(some);
    all.addAll(others);
    return all;
  }

  /** Denies what a gate denies; else approves where nothing and nobody is waited for. */
  private void goOn(Reward reward, GateVerdict verdict) {
    if (verdict.denial() != null) {
      deny(reward, Money.zero(reward.money()), verdict.denial(), null);
    } else if (reward.reasons().stream()
        .noneMatch(reason -> reason.needsPerson() || reason.blocksApproval())) {
      approve(reward, null);
    }
  }

  /**
   * Approves as the caller; above the rule's amount the second of two does.
   *
   * @throws Refusal.Rule {@code reward-blocked}, {@code actor-required} or {@code four-eyes}
   */
  void approveAsCaller(Reward reward, @Nullable String note) {
    requireUnblocked(reward, "approved");
    if (FourEyes.awaitsSecond(
        IdType.REWARD,
        promised(reward),
        rule(reward).approval().fourEyesAbove(),
        reward.firstApprover(),
        request::namedActor)) {
      reward.approveOnce(FourEyes.name(request.actor()), clock.instant());
      rewards.flush();
      record(reward, reward.state(), RewardAction.APPROVE, null, note);
      return;
    }
    approve(reward, note);
  }

  private static void requireUnblocked(Reward reward, String step) {
    reward.reasons().stream()
        .filter(RewardReason::blocksApproval)
        .findFirst()
        .ifPresent(
            reason -> {
              throw new Refusal.Rule(
                  ProblemType.REWARD_BLOCKED,
                  "%s cannot be %s: %s".formatted(reward.publicId(), step, reason),
                  java.util.Map.of("reasons", reward.reasons()));
            });
  }

  /** With what it supplements, and what supplements it: two people see the whole. */
  private Money promised(Reward reward) {
    return rewards.ofSlot(reward.slot()).stream()
        .filter(other -> other.state().stands())
        .map(Reward::amount)
        .filter(Objects::nonNull)
        .reduce(Money.zero(reward.money()), Money::plus);
  }

  private void approve(Reward reward, @Nullable String note) {
    postings.approve(reward);
    settleForPerson(reward);
    move(reward, RewardAction.APPROVE, null, note);
    matureWhenDue(reward);
  }

  /** A person has looked at all that a person has to look at. */
  private static void settleForPerson(Reward reward) {
    if (reward.reasons().stream().anyMatch(reason -> reason.isOfGate() && reason.needsPerson())) {
      reward.review();
    }
    reward.waitFor(without(reward.reasons(), RewardReason::needsPerson));
  }

  private static Set<RewardReason> without(
      Set<RewardReason> reasons, Predicate<RewardReason> settled) {
    return reasons.stream().filter(settled.negate()).collect(Collectors.toSet());
  }

  void deny(Reward reward, Money sent, String reasonCode, @Nullable String note) {
    unbook(reward, RewardAction.DENY, sent);
    reward.waitFor(Set.of());
    move(reward, RewardAction.DENY, reasonCode, note);
  }

  void expire(Reward reward) {
    unbook(reward, RewardAction.EXPIRE, Money.zero(reward.money()));
    reward.waitFor(Set.of());
    move(reward, RewardAction.EXPIRE, null, null);
  }

  /**
   * Takes it back for good; a paid one only inside its clawback window, otherwise that is all that
   * is kept.
   *
   * @param sent what a payout has sent out for it
   */
  void reverse(Reward reward, Money sent, String reasonCode, @Nullable String note) {
    if (!lapsed(reward)) {
      unbook(reward, RewardAction.REVERSE, sent);
      reward.waitFor(Set.of());
      move(reward, RewardAction.REVERSE, reasonCode, note);
    }
  }

  /**
   * As {@link #reverse}, because its cause is gone; where that comes back, so does the reward, as a
   * new one. By a rule that takes back pro rata, a paid one stays with what the payee keeps.
   */
  void loseCause(Reward reward, Money sent) {
    if (reward.partKept() || lapsed(reward)) {
      return;
    }
    Money paid = Objects.requireNonNullElse(reward.amount(), Money.zero(reward.money()));
    Optional<ClawbackShare> share = clawbackShare(reward);
    Money taken = share.map(of -> of.takenBack(paid)).orElse(paid);
    if (share.isPresent() && !taken.equals(paid)) {
      takeBackPart(reward, sent, share.get());
    } else {
      unbook(reward, RewardAction.REVERSE, sent);
      reward.waitFor(Set.of());
      reward.loseCause();
      move(reward, RewardAction.REVERSE, CAUSE_GONE, null);
    }
  }

  private Optional<ClawbackShare> clawbackShare(Reward reward) {
    Clawback clawback = rule(reward).clawback();
    Instant paidAt = reward.paidAt();
    return !reward.state().isKept() || paidAt == null || clawback.mode() != ClawbackMode.PRO_RATA
        ? Optional.empty()
        : Optional.of(
            ClawbackShare.of(clawback.window(), paidAt, clock.instant(), settings(reward).zone()));
  }

  /** What is left is kept until the cause comes back. */
  private void takeBackPart(Reward reward, Money sent, ClawbackShare share) {
    RewardView before = reward.view();
    Money taken = share.takenBack(reward.knownAmount());
    Money left = reward.knownAmount().minus(taken);
    if (!taken.isZero()) {
      postings.adjust(reward, left, sent);
    }
    reward.keepPart(left);
    RewardClawbackView shown =
        new RewardClawbackView(
            Math.toIntExact(share.days()), Math.toIntExact(share.left()), taken.shown());
    archive.keep(
        reward,
        archive.calculations(reward.id()).getLast().after(shown, left.shown(), clock.instant()));
    move(reward, RewardAction.ADJUST, before, null, null);
  }

  private void unbook(Reward reward, RewardAction action, Money sent) {
    if (reward.state() == RewardState.PENDING) {
      postings.giveUp(reward, action);
    } else {
      postings.takeBack(reward, action, sent);
    }
  }

  /**
   * Gives it another amount.
   *
   * @param sent what a payout has sent out for it
   */
  void adjust(Reward reward, RewardClaim claim, Money sent) {
    Money amount = Objects.requireNonNull(claim.amount().amount());
    if (reward.state().isKept()
        && reward.knownAmount().minus(amount).isPositive()
        && lapsed(reward)) {
      return;
    }
    RewardView before = reward.view();
    Instant now = clock.instant();
    boolean wasPending = reward.state() == RewardState.PENDING;
    boolean growsUnsent =
        reward.state() == RewardState.AVAILABLE
            && sent.isZero()
            && amount.minus(reward.knownAmount()).isPositive();
    boolean funded = true;
    if (wasPending) {
      funded = postings.adjustPending(reward, amount);
      reward.approveAnew();
    } else {
      postings.adjust(reward, amount, sent);
    }
    reward.become(claim);
    GateVerdict verdict =
        wasPending || growsUnsent ? gates.check(reward, GateMoment.ADJUST) : GateVerdict.PASSED;
    if (wasPending) {
      Set<RewardReason> reasons = reasons(claim, reward.holdUntil(), now);
      if (!funded) {
        reasons.add(RewardReason.BUDGET);
      }
      reward.waitFor(union(reasons, verdict.reasons()));
    }
    archive.keep(reward, claim.calculation());
    move(reward, RewardAction.ADJUST, before, null, null);
    if (wasPending) {
      goOn(reward, verdict);
    } else if (!verdict.passed()) {
      stop(reward, verdict);
    }
  }

  /**
   * Whether its amount can become so much more now; what is pending can, it waits for the budget.
   */
  boolean canGrow(Reward reward, Money more) {
    return reward.state() == RewardState.PENDING || postings.hasRoom(reward, more);
  }

  /**
   * Holds what it promises, if the program's budget now has room for it, and lets it go on.
   *
   * @return false where there is no room
   */
  boolean fund(Reward reward) {
    RewardView before = reward.view();
    if (!postings.adjustPending(reward, reward.knownAmount())) {
      return false;
    }
    reward.waitFor(without(reward.reasons(), reason -> reason == RewardReason.BUDGET));
    move(reward, RewardAction.ADJUST, before, null, null);
    goOn(reward, GateVerdict.PASSED);
    return true;
  }

  /** Holds what is approved, for the gates; what they deny is denied. */
  private void stop(Reward reward, GateVerdict verdict) {
    RewardView before = reward.view();
    reward.waitFor(verdict.reasons());
    move(reward, RewardAction.HOLD, before, null, null);
    if (verdict.denial() != null) {
      deny(reward, Money.zero(reward.money()), verdict.denial(), null);
    }
  }

  /** Asks the gates again about what waits for them, and lets it go on where they pass it. */
  void recheck(Reward reward) {
    if (reward.reasons().stream().noneMatch(RewardReason::isOfGate)) {
      return;
    }
    GateVerdict verdict = gates.check(reward, GateMoment.RECHECK);
    if (verdict.denial() != null) {
      deny(reward, Money.zero(reward.money()), verdict.denial(), null);
      return;
    }
    RewardView before = reward.view();
    reward.waitFor(union(without(reward.reasons(), RewardReason::isOfGate), verdict.reasons()));
    if (reward.state() == RewardState.HELD && verdict.passed()) {
      move(reward, RewardAction.RELEASE, before, null, null);
      matureWhenDue(reward);
    } else if (!before.equals(reward.view())) {
      move(reward, RewardAction.ADJUST, before, null, null);
      if (reward.state() == RewardState.PENDING) {
        goOn(reward, verdict);
      }
    }
  }

  private boolean lapsed(Reward reward) {
    Instant paidAt = reward.paidAt();
    if (!reward.state().isKept() || paidAt == null) {
      return false;
    }
    Instant end = rule(reward).clawback().window().addTo(paidAt, settings(reward).zone());
    if (!clock.instant().isAfter(end)) {
      return false;
    }
    reward.lapseClawback(clock.instant());
    rewards.flush();
    return true;
  }

  void hold(Reward reward, @Nullable String reasonCode, @Nullable String note) {
    move(reward, RewardAction.HOLD, reasonCode, note);
  }

  /**
   * Releases it as the caller, who has looked at what a person has to look at.
   *
   * @throws Refusal.Rule {@code reward-blocked}
   */
  void release(Reward reward, @Nullable String note) {
    requireUnblocked(reward, "released");
    RewardView before = reward.view();
    settleForPerson(reward);
    move(reward, RewardAction.RELEASE, before, null, note);
    matureWhenDue(reward);
  }

  /**
   * Makes it available when its hold days are over and its gates pass it, otherwise sees to it that
   * this happens.
   */
  void matureWhenDue(Reward reward) {
    Instant due = reward.holdUntil();
    if (due != null && due.isAfter(clock.instant())) {
      timers.schedule(
          RewardMaturity.NAME, IdType.REWARD, reward.id(), "mature-" + reward.version(), due);
      return;
    }
    GateVerdict verdict = gates.check(reward, GateMoment.MATURE);
    if (!verdict.passed()) {
      stop(reward, verdict);
      return;
    }
    reward.waitFor(Set.of());
    move(reward, RewardAction.MATURE, null, null);
  }

  /**
   * Somebody gave it to the payee.
   *
   * @throws Refusal.Rule {@code reward-paid-out} where a payout has to bring it
   */
  void fulfil(Reward reward, @Nullable String note) {
    if (reward.kind().isPaidOut()) {
      throw new Refusal.Rule(
          ProblemType.REWARD_PAID_OUT,
          "%s is %s, which a payout brings; make one with POST /v1/payouts"
              .formatted(reward.publicId(), reward.kind()));
    }
    postings.fulfil(reward);
    move(reward, RewardAction.FULFIL, null, note);
  }

  void pay(Reward reward) {
    move(reward, RewardAction.PAY, null, null);
  }

  void takeReturn(Reward reward) {
    move(reward, RewardAction.RETURN, null, null);
  }

  private void move(
      Reward reward, RewardAction action, @Nullable String reasonCode, @Nullable String note) {
    move(reward, action, reward.view(), reasonCode, note);
  }

  private void move(
      Reward reward,
      RewardAction action,
      RewardView before,
      @Nullable String reasonCode,
      @Nullable String note) {
    RewardState from = reward.state();
    RewardState to = RewardLifecycle.TABLE.move(IdType.REWARD, from, action);
    reward.changeTo(to, reasonCode, clock.instant());
    rewards.flush();
    record(reward, from, action, reasonCode, note);
    events.publish(new RewardEvents.RewardMoved(action, before, reward.view()));
    if (to == RewardState.AVAILABLE && from != to) {
      armExpiry(reward.id(), "expiry-" + reward.version(), reward.expiresAt());
    }
    if (!to.stands() || action == RewardAction.ADJUST) {
      gates.wakeWaiting(reward.payeeId());
      budget.wakeWaiting(reward.programId());
    }
  }

  /**
   * Looks at the expiry again when that time has come, or at once where it has passed.
   *
   * @param which the timer's own name: one that fired while the reward could not expire is gone
   */
  void armExpiry(UUID reward, String which, Instant expiresAt) {
    timers.schedule(RewardExpiry.NAME, IdType.REWARD, reward, which, expiresAt);
  }

  private void record(
      Reward reward,
      @Nullable RewardState from,
      RewardAction action,
      @Nullable String reasonCode,
      @Nullable String note) {
    journal.record(
        new Step(
            IdType.REWARD,
            reward.id(),
            from,
            action,
            reward.state(),
            reward.version(),
            reasonCode,
            note));
  }

  private ProgramSettings settings(Reward reward) {
    return programs.version(reward.programVersionId()).settings();
  }

  RewardRule rule(Reward reward) {
    return settings(reward).reward(reward.ruleId()).orElseThrow();
  }
}
