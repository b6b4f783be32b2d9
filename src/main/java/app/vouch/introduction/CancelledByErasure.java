package app.vouch.introduction;

import app.vouch.platform.erasure.Erased;
import app.vouch.platform.erasure.Erasing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Nobody is introduced to somebody who is erased. */
@ApplicationScoped
class CancelledByErasure implements Erasing {
  private static final StepReason REASON = StepReason.of("ERASURE");

  private final IntroductionRepository introductions;
  private final IntroductionSteps steps;

  CancelledByErasure(IntroductionRepository introductions, IntroductionSteps steps) {
    this.introductions = introductions;
    this.steps = steps;
  }

  @Override
  public String what() {
    return "introductions under way";
  }

  @Override
  public Stage stage() {
    return Stage.STOP;
  }

  @Override
  public Step erase(Erased person, @Nullable String place) {
    int cancelled = 0;
    for (UUID id : introductions.underWay(List.of(person.personId()), List.of())) {
      Introduction introduction = introductions.locked(id).orElse(null);
      if (introduction != null && introduction.state().isOpen()) {
        steps.take(introduction, IntroductionMove.of(IntroductionAction.CANCEL), REASON);
        cancelled++;
      }
    }
    return Step.last(cancelled);
  }
}
