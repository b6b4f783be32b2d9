package app.vouch.introduction;

import app.vouch.referral.ReferralEvents.ReferralMoved;
import app.vouch.referral.ReferralService;
import app.vouch.referral.ReferralState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;

/**
 * A referral that falls takes its open introduction with it; one that comes back waits for it, and
 * one that a person has accepted lets it go on.
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
    if (takesAlong(moved)) {
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
    } else if (moved.to() == ReferralState.ACCEPTED) {
      UUID referral = moved.facts().id();
      introductions
          .openOf(referral)
          .flatMap(open -> introductions.locked(open.id()))
          .filter(introduction -> introduction.state().asks())
          .ifPresent(
              introduction -> {
                referrals.stopFirstContact(referral);
                steps.reviewed(introduction);
              });
    }
  }

  private static boolean takesAlong(ReferralMoved moved) {
    return switch (moved.to()) {
      case WITHDRAWN, REJECTED -> true;
      case DUPLICATE, EXPIRED -> moved.from() == ReferralState.SUBMITTED;
      case SUBMITTED, ACCEPTED, CONTACTED, MEETING, QUALIFIED, WON, LOST -> false;
    };
  }
}
