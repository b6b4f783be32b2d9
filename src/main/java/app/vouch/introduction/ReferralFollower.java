package app.vouch.introduction;

import app.vouch.referral.ReferralEvents.ReferralMoved;
import app.vouch.referral.ReferralService;
import app.vouch.referral.ReferralState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * A referral that is withdrawn or rejected takes its open introduction with it; one that comes back
 * waits for it.
 */
@ApplicationScoped
class ReferralFollower {
  private final IntroductionRepository introductions;
  private final IntroductionSteps steps;
  private final ReferralService referrals;

  ReferralFollower(
      IntroductionRepository introductions, IntroductionSteps steps, ReferralService referrals) {
    this.introductions = introductions;
    this.steps = steps;
    this.referrals = referrals;
  }

  void follow(@Observes ReferralMoved moved) {
    if (moved.to() == ReferralState.WITHDRAWN || moved.to() == ReferralState.REJECTED) {
      introductions
          .openOf(moved.facts().id())
          .flatMap(open -> introductions.locked(open.id()))
          .filter(introduction -> introduction.state().isOpen())
          .ifPresent(
              introduction ->
                  steps.take(
                      introduction,
                      IntroductionMove.of(IntroductionAction.CANCEL),
                      StepReason.of("REFERRAL_" + moved.to())));
    } else if (moved.to() == ReferralState.ACCEPTED && moved.from() != ReferralState.SUBMITTED) {
      introductions
          .openOf(moved.facts().id())
          .filter(introduction -> introduction.state().asks())
          .ifPresent(introduction -> referrals.stopFirstContact(introduction.referralId()));
    }
  }
}
