package app.vouch.introduction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step that is asked for.
 *
 * @param party who takes a consent back
 * @param until the end of "not now"
 * @param latest how late {@code until} may be
 * @param outcome with CLOSE
 */
record IntroductionMove(
    IntroductionAction action,
    @Nullable Party party,
    @Nullable Instant until,
    @Nullable Instant latest,
    @Nullable IntroductionOutcome outcome) {

  static IntroductionMove of(IntroductionAction action) {
    return new IntroductionMove(action, null, null, null, null);
  }

  static IntroductionMove defer(@Nullable Instant until, Instant latest) {
    return new IntroductionMove(IntroductionAction.DEFER, null, until, latest, null);
  }

  static IntroductionMove withdraw(Party party) {
    return new IntroductionMove(IntroductionAction.WITHDRAW, party, null, null, null);
  }

  static IntroductionMove close(@Nullable IntroductionOutcome outcome) {
    return new IntroductionMove(IntroductionAction.CLOSE, null, null, null, outcome);
  }
}
