package app.vouch.program;

import static app.vouch.program.ReferrerAction.PAUSE;
import static app.vouch.program.ReferrerAction.REMOVE;
import static app.vouch.program.ReferrerAction.RESUME;
import static app.vouch.program.ReferrerState.ENROLLED;
import static app.vouch.program.ReferrerState.PAUSED;
import static app.vouch.program.ReferrerState.REMOVED;
import static app.vouch.shared.Lifecycle.on;

import app.vouch.shared.Lifecycle;
import java.util.List;

/** How referrers move once they are enrolled. */
final class ReferrerLifecycle {
  static final Lifecycle<ReferrerState, ReferrerAction> TABLE =
      new Lifecycle<>(
          ReferrerState.class,
          ReferrerAction.class,
          List.of(
              on(PAUSE, PAUSED, ENROLLED),
              on(RESUME, ENROLLED, PAUSED),
              on(REMOVE, REMOVED, ENROLLED, PAUSED)));

  private ReferrerLifecycle() {}
}
