package app.vouch.attribution;

import app.vouch.attribution.Touchpoint.Evidence;
import app.vouch.introduction.IntroductionAction;
import app.vouch.introduction.IntroductionEvents.IntroductionMoved;
import app.vouch.program.EvidenceSource;
import app.vouch.referral.ReferralEvents.ReferralCaptured;
import app.vouch.referral.ReferralFacts;
import app.vouch.referral.ReferralService;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/** Makes touchpoints of what happens: a capture, an introduction that took place. */
@ApplicationScoped
class TouchpointObserver {
  private final TouchpointService touchpoints;
  private final ReferralService referrals;
  private final Clock clock;

  TouchpointObserver(TouchpointService touchpoints, ReferralService referrals, Clock clock) {
    this.touchpoints = touchpoints;
    this.referrals = referrals;
    this.clock = clock;
  }

  /** Dated by receipt: what a caller says of the time decides nothing. */
  void onCapture(
      @Observes @Priority(AttributionObserver.AFTER_REFERRAL) ReferralCaptured captured) {
    ReferralFacts referral = captured.facts();
    touchpoints.add(
        new Evidence(referral.id(), referral.referrerId(), null, null, null),
        EvidenceSource.CAPTURE,
        referral.receivedAt());
  }

  void onIntroduction(
      @Observes @Priority(AttributionObserver.AFTER_REFERRAL) IntroductionMoved moved) {
    if (moved.action() == IntroductionAction.INTRODUCE) {
      ReferralFacts referral = referrals.facts(moved.facts().referral());
      touchpoints.add(
          new Evidence(referral.id(), referral.referrerId(), null, moved.facts().id(), null),
          EvidenceSource.INTRODUCTION,
          clock.instant());
    }
  }
}
