package app.vouch.introduction;

import app.vouch.directory.PersonService;
import app.vouch.introduction.RequestIntroduction.Requester;
import app.vouch.platform.access.Actor;
import app.vouch.platform.access.RequestContext;
import app.vouch.platform.guard.Guards;
import app.vouch.platform.journal.Journal;
import app.vouch.platform.work.Answer;
import app.vouch.platform.work.Work;
import app.vouch.program.ProgramSettings.Sending;
import app.vouch.referral.IntroducedReferrals;
import app.vouch.referral.IntroductionCandidate;
import app.vouch.referral.ReferralFacts;
import app.vouch.referral.ReferralService;
import app.vouch.shared.IdType;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What callers can do with introductions. What the parties do is in {@link OptInService}. */
@ApplicationScoped
public class IntroductionService {
  private final IntroductionRepository introductions;
  private final IntroductionSteps steps;
  private final IntroductionClocks clocks;
  private final MailRepository mails;
  private final ProspectAddresses addresses;
  private final ReferralService referrals;
  private final IntroducedReferrals captures;
  private final PendingReferrals pending;
  private final ConnectorGate gate;
  private final PersonService people;
  private final Guards guards;
  private final Journal journal;
  private final RequestContext request;
  private final Work work;
  private final Uuid7 ids;
  private final Clock clock;

  IntroductionService(
      IntroductionRepository introductions,
      IntroductionSteps steps,
      IntroductionClocks clocks,
      MailRepository mails,
      ProspectAddresses addresses,
      ReferralService referrals,
      IntroducedReferrals captures,
      PendingReferrals pending,
      ConnectorGate gate,
      PersonService people,
      Guards guards,
      Journal journal,
      RequestContext request,
      Work work,
      Uuid7 ids,
      Clock clock) {
    this.introductions = introductions;
    this.steps = steps;
    this.clocks = clocks;
    this.mails = mails;
    this.addresses = addresses;
    this.referrals = referrals;
    this.captures = captures;
    this.pending = pending;
    this.gate = gate;
    this.people = people;
    this.guards = guards;
    this.journal = journal;
    this.request = request;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Asks a referral's referrer, or a connector who has not referred the prospect yet, to introduce
   * them.
   *
   * @throws Refusal.Rule {@code unknown-reference}, {@code context-required}, {@code
   *     self-referral}, {@code introduction-not-possible} when the referral is not open or Vouch
   *     should send, and without a reason where the parties do not want it; {@code already-exists}
   *     when the connector is being asked already; {@code connector-limit}, naming it and when it
   *     frees up; {@code prospect-held} when the prospect is named and has been referred already
   * @throws Refusal.Invalid when neither a requester nor an actor is named
   */
  public Answer<IntroductionView> request(RequestIntroduction command) {
    return work.write(
        "requestIntroduction",
        command,
        IntroductionView.class,
        () -> Answer.created(requestNow(command)));
  }

  private IntroductionView requestNow(RequestIntroduction command) {
    command.checkSubject();
    String context = command.context() == null ? "" : command.context().strip();
    ContextRule.check(context);
    Requester requester = requester(command.requester());
    Introduction introduction =
        command.referralId() == null
            ? ofCandidate(command, requester, context)
            : ofReferral(command.referralId(), command, requester, context);
    steps.begin(introduction);
    return introduction.view();
  }

  private Introduction ofReferral(
      String reference, RequestIntroduction command, Requester requester, String context) {
    UUID referralId = IdType.REFERRAL.inBody("/referralId", reference);
    guards.hold(guards(referralId));
    ReferralFacts referral = referrals.hold(referralId);
    referralIsOpen(referral);
    notAskedAlready(introductions.openOf(referralId));
    IntroductionSubject about = IntroductionSubject.of(referral);
    notAskedAlready(introductions.openBetween(about.connectorPersonId(), about.prospectPersonId()));
    return allowed(about, command, requester, context);
  }

  /** The referral is captured once the connector agrees. */
  private Introduction ofCandidate(
      RequestIntroduction command, Requester requester, String context) {
    IntroductionCandidate candidate =
        captures.name(
            Objects.requireNonNull(command.connector()),
            Objects.requireNonNull(command.prospect()),
            command.programId());
    IntroductionSubject about = IntroductionSubject.of(candidate);
    guards.hold(gate.guards(about));
    notAskedAlready(
        introductions.openBetween(candidate.connectorPersonId(), candidate.prospectPersonId()));
    Introduction introduction = allowed(about, command, requester, context);
    pending.keep(introduction.id(), candidate);
    return introduction;
  }

  private Introduction allowed(
      IntroductionSubject about, RequestIntroduction command, Requester requester, String context) {
    IntroductionRules.threePeople(
        about.connectorPersonId(), about.prospectPersonId(), known(requester.email()));
    gate.check(about, command.dealAmount(), clock.instant());
    Sending sending = sending(command.sending(), about);
    if (sending == Sending.VOUCH_SENDS && requester.email() == null) {
      throw new Refusal.Invalid(
          "/requester/email",
          "required",
          "must be given where Vouch mails the introduction: nobody could answer the prospect without it");
    }
    addresses.allow(sending, about.prospectPersonId());
    return new Introduction(
        ids.next(),
        new IntroductionRequest(
            about.referralId(),
            about.programVersionId(),
            about.connectorPersonId(),
            about.prospectPersonId(),
            requester.name().strip(),
            requester.email() == null ? null : requester.email().strip(),
            command.subject().strip(),
            context,
            sending),
        clock.instant());
  }

  private List<String> guards(UUID referralId) {
    List<String> guards = new ArrayList<>(gate.guards(IntroductionSubject.of(facts(referralId))));
    guards.add("introduction:" + referralId);
    return guards;
  }

  private Requester requester(@Nullable Requester named) {
    if (named != null) {
      return named;
    }
    Actor actor = request.actor();
    if (!actor.namesPerson()) {
      throw new Refusal.Invalid(
          "/requester", "required", "must name who asks, unless the header Vouch-Actor does");
    }
    if (actor.name() == null) {
      throw new Refusal.Invalid(
          "/requester",
          "required",
          "must name who asks, unless the header Vouch-Actor does so: <system>:<id>; name=\"…\"");
    }
    return new Requester(actor.name(), null);
  }

  private ReferralFacts facts(UUID referralId) {
    try {
      return referrals.facts(referralId);
    } catch (Refusal.NotFound unknown) {
      throw new Refusal.Rule(
          ProblemType.UNKNOWN_REFERENCE,
          "/referralId: no referral " + IdType.REFERRAL.format(referralId));
    }
  }

  private static void referralIsOpen(ReferralFacts referral) {
    boolean open =
        switch (referral.state()) {
          case ACCEPTED, CONTACTED, MEETING, QUALIFIED -> true;
          case SUBMITTED, WON, LOST, DUPLICATE, REJECTED, EXPIRED, WITHDRAWN -> false;
        };
    if (!open) {
      throw new Refusal.Rule(
          ProblemType.INTRODUCTION_NOT_POSSIBLE,
          "the referral is %s; an introduction needs one that was accepted and is still open"
              .formatted(referral.state()),
          Map.of("referralState", referral.state().name()));
    }
  }

  private @Nullable UUID known(@Nullable String email) {
    return email == null ? null : people.byEmail(email).orElse(null);
  }

  private static void notAskedAlready(Optional<Introduction> onItsWay) {
    onItsWay.ifPresent(
        open -> {
          throw new Refusal.Rule(
              ProblemType.ALREADY_EXISTS,
              "the introduction %s is still on its way; cancel it before asking again"
                  .formatted(IdType.INTRODUCTION.format(open.id())),
              Map.of("introductionId", IdType.INTRODUCTION.format(open.id())));
        });
  }

  private Sending sending(@Nullable Sending asked, IntroductionSubject about) {
    Sending allowed = clocks.settings(about.programVersionId()).introductions().sending();
    if (asked == Sending.VOUCH_SENDS && allowed != Sending.VOUCH_SENDS) {
      throw new Refusal.Rule(
          ProblemType.INTRODUCTION_NOT_POSSIBLE,
          "the program version does not turn VOUCH_SENDS on; ask with sending CONNECTOR_SENDS");
    }
    return asked == null ? allowed : asked;
  }

  /**
   * Moves an introduction on, for a caller. Answers of a party are attested: they need the scope
   * {@code consents:record}, a named actor, a channel and evidence.
   *
   * @throws Refusal.NotFound when the tenant has no such introduction
   * @throws Refusal.NotAllowed when the state does not allow the action
   * @throws Refusal.Rule {@code consent-missing}, {@code address-unknown}, {@code actor-required},
   *     {@code attestation-required}, {@code deferral-too-long}, {@code mail-under-way} when Vouch
   *     is mailing the introduction itself, or {@code missing-scope}
   */
  public Answer<IntroductionView> transition(TransitionIntroduction command) {
    UUID id = IdType.INTRODUCTION.inPath(command.id());
    return work.write(
        "transitionIntroduction",
        command,
        IntroductionView.class,
        () -> Answer.done(transitionNow(id, command)));
  }

  private static void belongs(
      String pointer, @Nullable Object member, CallerAction action, CallerAction to) {
    if (member != null && action != to) {
      throw new Refusal.Invalid(
          pointer, "not-allowed", "goes with %s only; leave it out".formatted(to));
    }
  }

  private IntroductionView transitionNow(UUID id, TransitionIntroduction command) {
    CallerAction action = command.action();
    if (action.furtherScope() != null) {
      request.requireScope(action.furtherScope());
    }
    belongs("/prospectEmail", command.prospectEmail(), action, CallerAction.PROSPECT_ACCEPT);
    belongs("/until", command.until(), action, CallerAction.DEFER);
    belongs("/outcome", command.outcome(), action, CallerAction.CLOSE);
    belongs("/party", command.party(), action, CallerAction.WITHDRAW);
    addresses.hold(command.prospectEmail());
    pending.hold(id);
    Introduction introduction =
        introductions
            .locked(id)
            .orElseThrow(
                () -> new Refusal.NotFound(IdType.INTRODUCTION, IdType.INTRODUCTION.format(id)));
    boolean repeated =
        action != CallerAction.WITHDRAW
            && !saysMore(introduction, command)
            && journal.lastWas(id, action.action(), introduction.state());
    if (!repeated) {
      allowedNow(introduction, action);
      make(introduction, command);
      introductions.flush();
    }
    return introduction.view();
  }

  /** Whether a repeated action has another content than the first had. */
  private static boolean saysMore(Introduction introduction, TransitionIntroduction command) {
    return switch (command.action()) {
      case DEFER -> !Objects.equals(command.until(), introduction.deferredUntil());
      case CLOSE -> command.outcome() != introduction.outcome();
      case PROSPECT_ACCEPT ->
          command.prospectEmail() != null
              && !command.prospectEmail().strip().equals(introduction.prospectEmail());
      case CONNECTOR_ACCEPT,
          CONNECTOR_DECLINE,
          ASK_PROSPECT,
          PROSPECT_DECLINE,
          INTRODUCE,
          RECORD_REPLY,
          RECORD_MEETING,
          WITHDRAW,
          CANCEL ->
          false;
    };
  }

  /** A consent can be taken back at any time; nothing else that the state does not have. */
  private static void allowedNow(Introduction introduction, CallerAction action) {
    List<CallerAction> allowed =
        CallerAction.allowed(introduction.state(), introduction.deferredBy());
    if (action != CallerAction.WITHDRAW && !allowed.contains(action)) {
      throw new Refusal.NotAllowed(IdType.INTRODUCTION, introduction.state(), action, allowed);
    }
  }

  private void make(Introduction introduction, TransitionIntroduction command) {
    StepReason reason = new StepReason(command.reasonCode(), command.note());
    switch (command.action()) {
      case CONNECTOR_ACCEPT -> attest(introduction, Party.CONNECTOR, command, reason);
      case PROSPECT_ACCEPT -> attest(introduction, Party.PROSPECT, command, reason);
      case CONNECTOR_DECLINE -> decline(introduction, Party.CONNECTOR, command, reason);
      case PROSPECT_DECLINE -> decline(introduction, Party.PROSPECT, command, reason);
      case WITHDRAW -> withdraw(introduction, command, reason);
      case DEFER -> {
        IntroductionRules.deferralsHaveAnEnd(introduction);
        steps.defer(
            introduction,
            command.until(),
            clocks.latestDeferral(introduction, clock.instant()),
            reason);
      }
      case CLOSE -> steps.take(introduction, IntroductionMove.close(command.outcome()), reason);
      case ASK_PROSPECT -> {
        if (introduction.referralId() != null) {
          referralIsOpen(referrals.facts(introduction.referralId()));
        }
        steps.take(introduction, IntroductionMove.of(command.action().action()), reason);
      }
      case INTRODUCE -> {
        nobodyIsMailed(introduction);
        steps.take(introduction, IntroductionMove.of(command.action().action()), reason);
      }
      case RECORD_REPLY, RECORD_MEETING, CANCEL ->
          steps.take(introduction, IntroductionMove.of(command.action().action()), reason);
    }
  }

  /** The step would end the mails that make the introduction. */
  private void nobodyIsMailed(Introduction introduction) {
    if (introduction.state() == IntroductionState.MUTUAL && mails.isUnderWay(introduction)) {
      throw new Refusal.Rule(
          ProblemType.MAIL_UNDER_WAY,
          "Vouch is mailing this introduction itself and records INTRODUCE when the mail server has taken both mails; wait for introduction.introduced, or for introduction.message_due if a mail fails");
    }
  }

  private void attest(
      Introduction introduction, Party party, TransitionIntroduction command, StepReason reason) {
    request.namedActor();
    ConsentChannel channel = command.channel();
    String evidence = command.evidence();
    if (channel == null
        || channel == ConsentChannel.LINK
        || evidence == null
        || evidence.isBlank()) {
      throw new Refusal.Rule(
          ProblemType.ATTESTATION_REQUIRED,
          "say how the answer reached you (channel PHONE, EMAIL, MEETING or OTHER) and what was said (evidence)");
    }
    if (!clocks.countsAttested(introduction, party)) {
      throw new Refusal.Rule(
          ProblemType.CONSENT_MISSING,
          "the program version does not count an attested consent of the %s; send the opt-in link"
              .formatted(party),
          Map.of("party", party.name()));
    }
    if (command.prospectEmail() != null) {
      addresses.take(introduction, command.prospectEmail());
    }
    steps.answer(
        introduction,
        party,
        ConsentDecision.GIVEN,
        ConsentProof.attested(channel, evidence),
        reason);
  }

  private void decline(
      Introduction introduction, Party party, TransitionIntroduction command, StepReason reason) {
    if (party == Party.PROSPECT && steps.waitsForConnector(introduction)) {
      steps.refuseWhileAway(introduction, reported(command), reason);
    } else {
      steps.answer(introduction, party, ConsentDecision.REFUSED, reported(command), reason);
    }
  }

  private void withdraw(
      Introduction introduction, TransitionIntroduction command, StepReason reason) {
    if (command.party() == null) {
      throw new Refusal.Invalid("/party", "required", "must say whose consent is taken back");
    }
    steps.withdraw(introduction, command.party(), reported(command), reason);
  }

  /** What a party said, as the caller heard it: by no link, which only the party can open. */
  private static ConsentProof reported(TransitionIntroduction command) {
    if (command.channel() == ConsentChannel.LINK) {
      throw new Refusal.Invalid(
          "/channel",
          "out-of-bounds",
          "must be PHONE, EMAIL, MEETING or OTHER; links speak for themselves");
    }
    return ConsentProof.attested(command.channel(), command.evidence());
  }
}
