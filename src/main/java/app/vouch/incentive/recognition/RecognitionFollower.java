package app.vouch.incentive.recognition;

import app.vouch.program.ProgramEvents.ProgramPublished;
import app.vouch.referral.ReferralEvents.ReferralMoved;
import app.vouch.referral.ReferralState;
import app.vouch.shared.IdType;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

/** Keeps tiers equal to what was won, in the transaction of the win. */
@ApplicationScoped
class RecognitionFollower {
  private static final int AFTER_REWARDS = 400;

  private final RecognitionService recognitions;
  private final Clock clock;

  RecognitionFollower(RecognitionService recognitions, Clock clock) {
    this.recognitions = recognitions;
    this.clock = clock;
  }

  void onReferral(@Observes @Priority(AFTER_REWARDS) ReferralMoved moved) {
    boolean isWon = moved.to() == ReferralState.WON;
    if (isWon || moved.from() == ReferralState.WON) {
      recognitions.follow(
          moved.facts().id(), moved.facts().referrerId(), moved.facts().programId(), isWon);
    }
  }

  void onPublished(@Observes @Priority(AFTER_REWARDS) ProgramPublished published) {
    Instant now = clock.instant();
    Instant effective = Objects.requireNonNullElse(published.programVersion().effectiveFrom(), now);
    recognitions.recountLater(
        IdType.PROGRAM.inPath(published.view().id()),
        published.programVersion().number(),
        null,
        effective.isBefore(now) ? now : effective);
  }
}
