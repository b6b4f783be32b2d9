package app.vouch.referral;

import static app.vouch.referral.ReferralAction.*;

import app.vouch.platform.event.Events;
import app.vouch.platform.guard.Guards;
import app.vouch.platform.journal.Journal;
import app.vouch.platform.journal.Step;
import app.vouch.platform.timer.Timers;
import app.vouch.program.ProgramService;
import app.vouch.program.ProgramSettings;
import app.vouch.referral.ReferralEvents.ReferralMoved;
import app.vouch.shared.IdType;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Moves referrals through their states; nothing else does. */
@ApplicationScoped
class ReferralMoves {
  /** Actions that decide who holds a prospect: they wait for the prospect's guard. */
  private static final Set<ReferralAction> ABOUT_HOLDING =
      EnumSet.of(REVIVE, REINSTATE, REJECT, WITHDRAW, EXPIRE, MARK_DUPLICATE);

  /** After these the oldest duplicate comes back. */
  private static final Set<ReferralAction> FALLS = EnumSet.of(REJECT, WITHDRAW, EXPIRE);

  private static final String HOLDER_FELL = "EARLIER_REFERRAL_FELL";
  private static final Duration FARTHEST_TIMER = Duration.ofDays(365);

  private final ReferralRepository referrals;
  private final DueTimes dueTimes;
  private final ProgramService programs;
  private final Guards guards;
  private final Journal journal;
  private final Events events;
  private final Timers timers;
  private final Clock clock;

  ReferralMoves(
      ReferralRepository referrals,
      DueTimes dueTimes,
      ProgramService programs,
      Guards guards,
      Journal journal,
      Events events,
      Timers timers,
      Clock clock) {
    this.referrals = referrals;
    this.dueTimes = dueTimes;
    this.programs = programs;
    this.guards = guards;
    this.journal = journal;
    this.events = events;
    this.timers = timers;
    this.clock = clock;
  }

  /** The referral, locked for an action: the prospect's guard comes before the row. */
  Optional<Referral> lock(UUID id, ReferralAction action) {
    if (!ABOUT_HOLDING.contains(action)) {
      return referrals.locked(id);
    }
    return referrals
        .prospectKey(id)
        .flatMap(
            key -> {
              guards.hold(List.of(key.guard()));
              return referrals.lockAll(key).stream().filter(r -> r.id().equals(id)).findFirst();
            });
  }

  /**
   * Makes the move, and those that follow from it.
   *
   * @throws Refusal.NotAllowed when the state does not allow the action
   * @throws Refusal.Rule {@code prospect-held} when another referral holds the prospect
   */
  void move(
      Referral referral, ReferralAction action, @Nullable String reason, @Nullable String note) {
    ReferralState from = referral.state();
    ReferralLifecycle.TABLE.move(IdType.REFERRAL, from, action);
    if (action == REVIVE || action == REINSTATE) {
      refuseWhereHeld(referral);
    }
    ProgramSettings rules = programs.version(referral.programVersionId()).settings();
    change(referral, action, reason, rules);
    referrals.flush();
    record(referral, from, action, reason, note);
    scheduleAlarm(referral);
    events.publish(moved(referral, from, action));
    if (FALLS.contains(action)) {
      reinstateNext(referral.prospectKey());
    }
  }

  /**
   * Captures a new referral and decides it at once; one row, one version.
   *
   * @param action null where a person decides later
   */
  void begin(
      Referral referral,
      @Nullable ReferralAction action,
      @Nullable String reason,
      @Nullable String note,
      ProgramSettings rules) {
    record(referral, null, CAPTURE, null, note);
    ReferralState from = referral.state();
    if (action == null) {
      referral.clocks().expireAt(DueTimes.reviewed(clock.instant()));
    } else {
      change(referral, action, reason, rules);
      record(referral, from, action, reason, null);
    }
    referrals.persist(referral);
    scheduleAlarm(referral);
  }

  /** The one place where a referral changes its state. */
  private void change(
      Referral referral, ReferralAction action, @Nullable String reason, ProgramSettings rules) {
    Instant now = clock.instant();
    referral.changeTo(
        ReferralLifecycle.TABLE.move(IdType.REFERRAL, referral.state(), action), reason, now);
    restartClocks(referral, rules, now);
  }

  private void record(
      Referral referral,
      @Nullable ReferralState from,
      ReferralAction action,
      @Nullable String reason,
      @Nullable String note) {
    journal.record(
        new Step(
            IdType.REFERRAL,
            referral.id(),
            from,
            action,
            referral.state(),
            referral.version(),
            reason,
            note));
  }

  private void restartClocks(Referral referral, ProgramSettings rules, Instant now) {
    ReferralClocks clocks = referral.clocks();
    switch (referral.state()) {
      case ACCEPTED -> {
        clocks.contactBy(dueTimes.firstContact(rules, now));
        clocks.expireAt(DueTimes.expiry(rules, now));
      }
      case CONTACTED -> {
        clocks.contacted();
        clocks.expireAt(DueTimes.expiry(rules, now));
      }
      case MEETING, QUALIFIED, WON -> {
        clocks.contacted();
        clocks.expireAt(null);
      }
      case SUBMITTED, LOST, DUPLICATE, REJECTED, EXPIRED, WITHDRAWN -> clocks.expireAt(null);
    }
  }

  /** The parties of an introduction are asked, so nobody is to contact the prospect yet. */
  void stopFirstContact(Referral referral) {
    if (referral.state() == ReferralState.ACCEPTED && referral.clocks().awaitsContact()) {
      referral.contactBy(null, clock.instant());
    }
  }

  /** The introduction has got as far as it gets without a contact; the time counts from now. */
  void startFirstContact(Referral referral) {
    if (referral.state() == ReferralState.ACCEPTED && !referral.clocks().awaitsContact()) {
      Instant now = clock.instant();
      ProgramSettings rules = programs.version(referral.programVersionId()).settings();
      referral.contactBy(dueTimes.firstContact(rules, now), now);
      scheduleAlarm(referral);
    }
  }

  /** One timer at a time: when it fires it schedules the next. */
  void scheduleAlarm(Referral referral) {
    Instant next = referral.nextAlarm();
    if (next != null) {
      Instant farthest = clock.instant().plus(FARTHEST_TIMER);
      Instant at = next.isAfter(farthest) ? farthest : next;
      timers.schedule(ReferralTimers.NAME, IdType.REFERRAL, referral.id(), at.toString(), at);
    }
  }

  ReferralMoved moved(Referral referral, ReferralState from, ReferralAction action) {
    return new ReferralMoved(
        action.eventType(),
        from,
        action,
        referral.state(),
        referral.view().forEvents(),
        referral.facts());
  }

  private void refuseWhereHeld(Referral referral) {
    referrals.lockAll(referral.prospectKey()).stream()
        .filter(other -> !other.id().equals(referral.id()) && other.state().holdsProspect())
        .findFirst()
        .ifPresent(
            other -> {
              throw new Refusal.Rule(
                  ProblemType.PROSPECT_HELD,
                  "another referral of the same prospect is %s; it comes back when that one falls"
                      .formatted(other.state()));
            });
  }

  private void reinstateNext(ProspectKey key) {
    List<Referral> all = referrals.lockAll(key);
    if (all.stream().noneMatch(r -> r.state().holdsProspect())) {
      all.stream()
          .filter(r -> r.state() == ReferralState.DUPLICATE)
          .filter(r -> Decisions.PERSON_KNOWN.equals(r.reasonCode()))
          .findFirst()
          .ifPresent(oldest -> move(oldest, REINSTATE, HOLDER_FELL, null));
    }
  }
}
