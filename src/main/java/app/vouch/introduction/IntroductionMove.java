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
 * @param answered whether the answer follows at once, so that nobody need be asked for it
 */
record IntroductionMove(
    IntroductionAction action,
    @Nullable Party party,
    @Nullable Instant until,
    @Nullable Instant latest,
    @Nullable IntroductionOutcome outcome,
    boolean answered) {

  static IntroductionMove of(IntroductionAction action) {
    return new IntroductionMove(action, null, null, null, null, false);
  }

  /** The party that deferred is back before its time. */
  static IntroductionMove backWithAnswer(IntroductionAction resumption) {
    return new IntroductionMove(resumption, null, null, null, null, true);
  }

  static IntroductionMove defer(@Nullable Instant until, Instant latest) {
    return new IntroductionMove(IntroductionAction.DEFER, null, until, latest, null, false);
  }

  static IntroductionMove withdraw(Party party) {
    return new IntroductionMove(IntroductionAction.WITHDRAW, party, null, null, null, false);
  }

  static IntroductionMove close(@Nullable IntroductionOutcome outcome) {
    return new IntroductionMove(IntroductionAction.CLOSE, null, null, null, outcome, false);
  }
}
