package app.vouch.introduction;

import app.vouch.deal.DealService;
import app.vouch.directory.Prospects;
import app.vouch.program.ReferrerService;
import app.vouch.referral.IntroducedReferrals;
import app.vouch.referral.IntroductionCandidate;
import app.vouch.referral.ReferralService;
import app.vouch.referral.ReferralState;
import app.vouch.referral.ReferralView;
import app.vouch.shared.IdType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * The referrals of introductions that were asked for without one. Captured when the connector
 * agrees; where they do not, whoever is known for that introduction's sake alone is forgotten.
 */
@ApplicationScoped
class PendingReferrals {

  /** How far an introduction's referral is when the connector agrees. */
  enum Stage {
    /** Accepted: the prospect can be asked. */
    OPEN,
    /** A person has to look at it first. */
    UNDER_REVIEW,
    /** Somebody else has referred the prospect meanwhile. */
    PROSPECT_HELD,
    /** The program has closed, or the connector has left it. */
    NOT_POSSIBLE
  }

  private final PendingReferralRepository pending;
  private final IntroductionRepository introductions;
  private final IntroducedReferrals captures;
  private final ReferralService referrals;
  private final ReferrerService referrers;
  private final DealService deals;
  private final Prospects prospects;

  PendingReferrals(
      PendingReferralRepository pending,
      IntroductionRepository introductions,
      IntroducedReferrals captures,
      ReferralService referrals,
      ReferrerService referrers,
      DealService deals,
      Prospects prospects) {
    this.pending = pending;
    this.introductions = introductions;
    this.captures = captures;
    this.referrals = referrals;
    this.referrers = referrers;
    this.deals = deals;
    this.prospects = prospects;
  }

  void keep(UUID introductionId, IntroductionCandidate candidate) {
    pending.persist(new PendingReferral(introductionId, candidate));
  }

  /** Before the introduction is locked: guards what its capture decides. */
  void hold(UUID introductionId) {
    Optional<PendingReferral> waiting = pending.findByIdOptional(introductionId);
    if (waiting.isPresent()) {
      introductions
          .findByIdOptional(introductionId)
          .map(waiting.get()::candidate)
          .ifPresent(captures::hold);
    }
  }

  /** The connector agrees: the referral is captured, unless it was before. */
  Stage capture(Introduction introduction) {
    UUID known = introduction.referralId();
    if (known != null) {
      return stage(referrals.facts(known).state());
    }
    PendingReferral waiting = pending.findById(introduction.id());
    if (waiting == null) {
      return Stage.NOT_POSSIBLE;
    }
    Optional<ReferralView> captured =
        captures.capture(waiting.candidate(introduction), introduction.context());
    if (captured.isEmpty()) {
      return Stage.NOT_POSSIBLE;
    }
    pending.delete(waiting);
    UUID referral = IdType.REFERRAL.inPath(captured.get().id());
    introduction.isAbout(referrals.facts(referral));
    if (captured.get().state() == ReferralState.ACCEPTED) {
      referrals.stopFirstContact(referral);
    }
    return stage(captured.get().state());
  }

  private static Stage stage(ReferralState state) {
    return switch (state) {
      case SUBMITTED -> Stage.UNDER_REVIEW;
      case DUPLICATE -> Stage.PROSPECT_HELD;
      case ACCEPTED, CONTACTED, MEETING, QUALIFIED, WON, LOST, REJECTED, EXPIRED, WITHDRAWN ->
          Stage.OPEN;
    };
  }

  /** The introduction is over, and there will be no referral. */
  void forget(Introduction introduction) {
    PendingReferral waiting = pending.findById(introduction.id());
    if (waiting == null) {
      return;
    }
    pending.delete(waiting);
    pending.flush();
    UUID prospect = introduction.personId(Party.PROSPECT);
    prospects.hold(prospect);
    if (waiting.prospectIsNew() && isUnknownOtherwise(prospect)) {
      pending.of(prospect).stream()
          .findFirst()
          .ifPresentOrElse(PendingReferral::inheritProspect, () -> prospects.erase(prospect));
    }
  }

  private boolean isUnknownOtherwise(UUID person) {
    return prospects.isUntouched(person)
        && !captures.names(person)
        && !referrers.isReferrer(person)
        && !deals.names(person);
  }
}
