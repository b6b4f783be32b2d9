package app.vouch.referral;

import app.vouch.directory.Prospects;
import app.vouch.directory.Prospects.KnownProspect;
import app.vouch.platform.event.Events;
import app.vouch.platform.guard.Guards;
import app.vouch.platform.reference.ExternalRefs;
import app.vouch.platform.tenant.TenantKeys;
import app.vouch.platform.work.Answer;
import app.vouch.program.ApplicableVersion;
import app.vouch.program.EnrolledReferrer;
import app.vouch.program.ProgramService;
import app.vouch.program.ProgramSettings;
import app.vouch.program.ReferrerService;
import app.vouch.referral.ReferralRepository.Holder;
import app.vouch.shared.IdType;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Receives a referral and decides at once. Reads come first, then the guard, then the inserts,
 * which the flush at the end sends in batches.
 */
@ApplicationScoped
class ReferralCapture {
  /** Other systems' clocks may run ahead by this much. */
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  /** A wait for the guard after which another program version may have taken effect. */
  private static final Duration LONG_WAIT = Duration.ofMillis(10);

  private final ReferralRepository referrals;
  private final ReferralMoves moves;
  private final DueTimes dueTimes;
  private final ProgramService programs;
  private final ReferrerService referrers;
  private final Prospects prospects;
  private final ExternalRefs refs;
  private final TenantKeys keys;
  private final Guards guards;
  private final Events events;
  private final Uuid7 ids;
  private final Clock clock;

  ReferralCapture(
      ReferralRepository referrals,
      ReferralMoves moves,
      DueTimes dueTimes,
      ProgramService programs,
      ReferrerService referrers,
      Prospects prospects,
      ExternalRefs refs,
      TenantKeys keys,
      Guards guards,
      Events events,
      Uuid7 ids,
      Clock clock) {
    this.referrals = referrals;
    this.moves = moves;
    this.dueTimes = dueTimes;
    this.programs = programs;
    this.referrers = referrers;
    this.prospects = prospects;
    this.refs = refs;
    this.keys = keys;
    this.guards = guards;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  /** Inside the open transaction. */
  Answer<ReferralView> capture(CaptureReferral command) {
    Optional<Referral> repeated =
        refs.find(IdType.REFERRAL, command.refs()).map(referrals::findById);
    if (repeated.isPresent()) {
      return Answer.done(repeated.get().view());
    }
    refuseVisit(command);
    Instant asked = clock.instant();
    ApplicableVersion program = programs.applicable(command.programId(), asked);
    EnrolledReferrer referrer = referrers.resolve(command.referrer(), program);
    ProspectKey key = new ProspectKey(program.family(), keys.emailKey(command.prospect().email()));
    boolean first = guards.hold(List.of(key.guard()));
    Instant received = clock.instant();
    if (Duration.between(asked, received).compareTo(LONG_WAIT) > 0) {
      program = programs.applicable(command.programId(), received);
    }
    refuseFuture(command, received);
    Optional<Holder> holder = first ? Optional.empty() : referrals.holder(key);
    CaptureReferral kept = keepsAddress(program.settings()) ? command : command.withoutAddress();
    CapturedProspect prospect = prospect(kept, key, program.settings());
    return Answer.created(decide(kept, prospect, referrer, program, holder, received));
  }

  /**
   * Decides what was received and stores it. The prospect's guard is held.
   *
   * @throws Refusal.Rule {@code self-referral}
   */
  ReferralView decide(
      CaptureReferral command,
      CapturedProspect prospect,
      EnrolledReferrer referrer,
      ApplicableVersion program,
      Optional<Holder> holder,
      Instant received) {
    if (prospect.personId().equals(referrer.personId())) {
      throw new Refusal.Rule(
          ProblemType.SELF_REFERRAL,
          "referrer and prospect have the same e-mail address; name another prospect");
    }
    ReferralDecision decision = Decisions.decide(prospect, program.settings(), holder);
    Referral referral =
        new Referral(
            ids.next(),
            command,
            prospect,
            referrer,
            program,
            decision,
            new ReferralClocks(
                dueTimes.thankYou(program.settings(), received),
                DueTimes.privacyNotice(prospect, received)),
            received);
    return settle(referral, command, program.settings());
  }

  private ReferralView settle(Referral referral, CaptureReferral command, ProgramSettings rules) {
    ReferralState from = referral.state();
    ReferralDecision decision = referral.decision();
    ReferralAction action = Decisions.action(decision.outcome());
    moves.begin(referral, action, Decisions.reasonCode(decision), command.note(), rules);
    refs.attach(IdType.REFERRAL, referral.id(), command.refs(), List.of());
    ReferralView view = referral.view();
    events.publish(new ReferralEvents.ReferralCaptured(view.forEvents(), referral.facts()));
    if (action != null) {
      events.publish(moves.moved(referral, from, action));
    }
    return view;
  }

  /** The prospect as the directory knows them from now on. */
  CapturedProspect prospect(CaptureReferral command, ProspectKey key, ProgramSettings rules) {
    boolean store = keepsAddress(rules);
    String name = command.prospect().name().strip();
    @Nullable String email = store ? command.prospect().email().strip() : null;
    @Nullable String phone = store && command.phone() != null ? command.phone().strip() : null;
    KnownProspect known =
        prospects.resolve(
            new Prospects.Sketch(
                name,
                key.emailKey(),
                email,
                phone,
                command.prospect().country(),
                command.organizationName(),
                command.organizationDomain()));
    CapturedProspect prospect =
        new CapturedProspect(known.personId(), key.emailKey(), name, email, phone);
    UUID organization = known.organizationId();
    String organizationName = known.organizationName();
    return organization == null || organizationName == null
        ? prospect
        : prospect.at(organization, organizationName, known.organizationDomain());
  }

  static boolean keepsAddress(ProgramSettings rules) {
    return switch (rules.capture().prospectContact()) {
      case STORE -> true;
      case HASH_UNTIL_OPT_IN -> false;
    };
  }

  private static void refuseVisit(CaptureReferral command) {
    if (command.visitId() != null) {
      throw new Refusal.Rule(
          ProblemType.UNKNOWN_REFERENCE, "/visitId: no visit " + command.visitId());
    }
  }

  private static void refuseFuture(CaptureReferral command, Instant received) {
    if (command.occurredAt() != null && command.occurredAt().isAfter(received.plus(CLOCK_SKEW))) {
      throw new Refusal.Invalid("/occurredAt", "out-of-bounds", "must not lie in the future");
    }
  }
}
