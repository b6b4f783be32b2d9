package app.vouch.introduction;

import app.vouch.introduction.IntroductionEvents.ConsentChanged;
import app.vouch.introduction.IntroductionEvents.IntroductionMoved;
import app.vouch.introduction.PendingReferrals.Stage;
import app.vouch.platform.access.RequestContext;
import app.vouch.platform.event.EventType;
import app.vouch.platform.event.Events;
import app.vouch.platform.journal.Journal;
import app.vouch.platform.journal.Step;
import app.vouch.referral.ReferralAction;
import app.vouch.referral.ReferralService;
import app.vouch.shared.IdType;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The only place where an introduction changes its state. Whoever calls has locked it, in the
 * transaction that is open.
 */
@ApplicationScoped
class IntroductionSteps {
  private final IntroductionRepository introductions;
  private final ConsentRepository consents;
  private final TokenRepository tokens;
  private final IntroductionClocks clocks;
  private final ProspectAddresses addresses;
  private final IntroductionMessages messages;
  private final IntroductionTimers timers;
  private final PendingReferrals pending;
  private final ReferralService referrals;
  private final RequestContext request;
  private final Journal journal;
  private final Events events;
  private final Uuid7 ids;
  private final Clock clock;

  IntroductionSteps(
      IntroductionRepository introductions,
      ConsentRepository consents,
      TokenRepository tokens,
      IntroductionClocks clocks,
      ProspectAddresses addresses,
      IntroductionMessages messages,
      IntroductionTimers timers,
      PendingReferrals pending,
      ReferralService referrals,
      RequestContext request,
      Journal journal,
      Events events,
      Uuid7 ids,
      Clock clock) {
    this.introductions = introductions;
    this.consents = consents;
    this.tokens = tokens;
    this.clocks = clocks;
    this.addresses = addresses;
    this.messages = messages;
    this.timers = timers;
    this.pending = pending;
    this.referrals = referrals;
    this.request = request;
    this.journal = journal;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  /** The first step of a new introduction: the connector is to be asked. */
  void begin(Introduction introduction) {
    Instant now = clock.instant();
    introduction.expireAt(clocks.end(introduction, ConsentRepository.none(), now));
    if (introduction.referralId() != null) {
      referrals.stopFirstContact(introduction.referralId());
    }
    IntroductionMove request = IntroductionMove.of(IntroductionAction.REQUEST);
    entered(introduction, null, request, List.of(), StepReason.NONE, now);
  }

  /** A party's yes or no, with its consent row; a connector's yes asks the prospect at once. */
  void answer(
      Introduction introduction,
      Party party,
      ConsentDecision decision,
      ConsentProof proof,
      StepReason reason) {
    if (introduction.deferredBy() == party) {
      comeBack(introduction);
    }
    Instant now = clock.instant();
    boolean yes = decision == ConsentDecision.GIVEN;
    Stage stage = yes && party == Party.CONNECTOR ? pending.capture(introduction) : Stage.OPEN;
    Consent consent =
        new Consent(
            ids.next(),
            introduction.id(),
            introduction.personId(party),
            party,
            decision,
            proof,
            request.actor(),
            now,
            yes ? now.plus(IntroductionClocks.CONSENT_LIFE) : null);
    Consents before = consents.of(introduction.id());
    IntroductionMove move = IntroductionMove.of(action(party, yes));
    move(introduction, move, before, before.with(consent), reason);
    consents.persist(consent);
    publish(EventType.CONSENT_RECORDED, 1, consent, null);
    if (introduction.state() == IntroductionState.CONNECTOR_ACCEPTED) {
      switch (stage) {
        case OPEN -> askProspect(introduction);
        case UNDER_REVIEW -> {}
        case PROSPECT_HELD, NOT_POSSIBLE ->
            take(
                introduction,
                IntroductionMove.of(IntroductionAction.CANCEL),
                StepReason.of(stage.name()));
      }
    }
  }

  /** The connector has agreed, and a person has accepted the referral. */
  void reviewed(Introduction introduction) {
    if (introduction.state() == IntroductionState.CONNECTOR_ACCEPTED) {
      askProspect(introduction);
    }
  }

  private void askProspect(Introduction introduction) {
    if (clocks.asksProspectAtOnce(introduction)) {
      take(introduction, IntroductionMove.of(IntroductionAction.ASK_PROSPECT), StepReason.NONE);
    }
  }

  /** "Not now", also when it was said before and another day is wanted. */
  void defer(
      Introduction introduction, @Nullable Instant until, Instant latest, StepReason reason) {
    Party again = introduction.deferredBy();
    int asked = introduction.stepNo() - 1;
    if (again != null) {
      comeBack(introduction);
    }
    take(introduction, IntroductionMove.defer(until, latest), reason);
    if (again != null) {
      tokens.carry(introduction.id(), again, asked, introduction.stepNo() - 1);
    }
  }

  /**
   * The prospect says no before their "not now" is over, while the connector's yes has lapsed: that
   * ends it, and their no is kept like any other.
   */
  void refuseWhileAway(Introduction introduction, ConsentProof proof, StepReason reason) {
    Consent no =
        new Consent(
            ids.next(),
            introduction.id(),
            introduction.personId(Party.PROSPECT),
            Party.PROSPECT,
            ConsentDecision.REFUSED,
            proof,
            request.actor(),
            clock.instant(),
            null);
    consents.persist(no);
    publish(EventType.CONSENT_RECORDED, 1, no, null);
    take(
        introduction,
        IntroductionMove.of(IntroductionAction.CANCEL),
        new StepReason(reason.code() == null ? "PROSPECT_DECLINED" : reason.code(), reason.note()));
  }

  /** Whether the prospect has deferred and the connector's yes has lapsed meanwhile. */
  boolean waitsForConnector(Introduction introduction) {
    return introduction.deferredBy() == Party.PROSPECT
        && !consents.of(introduction.id()).isLive(Party.CONNECTOR, clock.instant());
  }

  /** The party that deferred answers before its time is over. */
  private void comeBack(Introduction introduction) {
    Consents present = consents.of(introduction.id());
    IntroductionAction action =
        switch (Objects.requireNonNull(introduction.deferredBy())) {
          case CONNECTOR -> IntroductionAction.RESUME_CONNECTOR;
          case PROSPECT -> IntroductionAction.RESUME_PROSPECT;
        };
    move(
        introduction,
        IntroductionMove.backWithAnswer(action),
        present,
        present,
        StepReason.of("ANSWERED_EARLIER"));
  }

  private static IntroductionAction action(Party party, boolean yes) {
    return switch (party) {
      case CONNECTOR ->
          yes ? IntroductionAction.CONNECTOR_ACCEPT : IntroductionAction.CONNECTOR_DECLINE;
      case PROSPECT ->
          yes ? IntroductionAction.PROSPECT_ACCEPT : IntroductionAction.PROSPECT_DECLINE;
    };
  }

  /**
   * Takes a consent back. Before the introduction was made that ends it; later it is only recorded.
   * Taking back what was taken back changes nothing.
   *
   * @throws app.vouch.shared.Refusal.Rule {@code consent-missing} when the party never said yes
   */
  void withdraw(Introduction introduction, Party party, ConsentProof proof, StepReason reason) {
    Consents before = consents.of(introduction.id());
    Consent given = before.standing(party).orElse(null);
    if (given == null && before.wasGiven(party)) {
      return;
    }
    boolean ends =
        IntroductionLifecycle.TABLE
            .allowed(introduction.state())
            .contains(IntroductionAction.WITHDRAW);
    if (ends || given == null) {
      move(introduction, IntroductionMove.withdraw(party), before, before, reason);
    } else if (introduction.asked() == party) {
      take(introduction, IntroductionMove.of(action(party, false)), reason);
    }
    if (given != null) {
      Instant now = clock.instant();
      ConsentWithdrawal withdrawal = new ConsentWithdrawal(given, proof, now);
      consents.persist(withdrawal);
      publish(EventType.CONSENT_WITHDRAWN, 2, given, withdrawal);
    }
  }

  /**
   * A party is not to take part any more. What it agreed to is taken back, what it is asked is
   * refused where it said so itself; what it knows nothing of is cancelled. An introduction that
   * was made stays made.
   */
  void leave(Introduction introduction, Party party, ConsentProof proof) {
    if (consents.of(introduction.id()).standing(party).isPresent()) {
      withdraw(introduction, party, proof, StepReason.NONE);
    } else if (introduction.asked() == party && proof.channel() == ConsentChannel.LINK) {
      answer(introduction, party, ConsentDecision.REFUSED, proof, StepReason.NONE);
    } else if (introduction.state().isOpen()) {
      take(
          introduction,
          IntroductionMove.of(IntroductionAction.CANCEL),
          StepReason.of("NOT_POSSIBLE"));
    }
  }

  /** Every step without an answer of a party. */
  void take(Introduction introduction, IntroductionMove move, StepReason reason) {
    Consents present = consents.of(introduction.id());
    move(introduction, move, present, present, reason);
    tellReferral(introduction, move.action());
    if (move.action() == IntroductionAction.EXPIRE) {
      present
          .lapsed(clock.instant())
          .forEach(consent -> publish(EventType.CONSENT_EXPIRED, 2, consent, null));
    }
  }

  private void tellReferral(Introduction introduction, IntroductionAction action) {
    if (action == IntroductionAction.INTRODUCE) {
      referrals.advance(introduction.facts().referral(), ReferralAction.CONTACT);
    } else if (action == IntroductionAction.RECORD_MEETING) {
      referrals.advance(introduction.facts().referral(), ReferralAction.BOOK_MEETING);
    }
  }

  private void move(
      Introduction introduction,
      IntroductionMove move,
      Consents before,
      Consents after,
      StepReason reason) {
    Instant now = clock.instant();
    IntroductionState from = introduction.state();
    IntroductionState to = IntroductionRules.decide(introduction, move, before, now);
    if (to == IntroductionState.INTRODUCED) {
      addresses.needsKnown(introduction);
    }
    introduction.changeTo(to, move, now);
    introduction.because(reason.code());
    introduction.expireAt(clocks.end(introduction, after, now));
    List<Party> agreed =
        Arrays.stream(Party.values())
            .filter(party -> party != move.party() && after.standing(party).isPresent())
            .toList();
    entered(introduction, from, move, agreed, reason, now);
    UUID referral = introduction.referralId();
    if (referral != null && from.asks() && !to.asks()) {
      referrals.startFirstContact(referral);
    }
    if (referral == null && !to.isOpen()) {
      pending.forget(introduction);
    }
  }

  private void entered(
      Introduction introduction,
      @Nullable IntroductionState from,
      IntroductionMove move,
      List<Party> agreed,
      StepReason reason,
      Instant now) {
    List<Message> due = move.answered() ? List.of() : messages.prepare(introduction, agreed, now);
    if (from == null) {
      introductions.persist(introduction);
    }
    introductions.flush();
    journal.record(
        new Step(
            IdType.INTRODUCTION,
            introduction.id(),
            from,
            move.action(),
            introduction.state(),
            introduction.version(),
            reason.code(),
            reason.note()));
    IntroductionView view = introduction.view().inEvents();
    events.publish(
        new IntroductionMoved(
            move.action().eventType(),
            from,
            move.action(),
            introduction.state(),
            view,
            introduction.facts()));
    due.forEach(
        message -> messages.announce(EventType.INTRODUCTION_MESSAGE_DUE, introduction, message));
    if (!move.answered()) {
      timers.schedule(introduction, now);
    }
  }

  private void publish(
      EventType type, int version, Consent consent, @Nullable ConsentWithdrawal withdrawal) {
    events.publish(
        new ConsentChanged(
            type, consent.id(), version, consent.view(withdrawal, Map.of()).inEvents()));
  }
}
