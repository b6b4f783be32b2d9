package app.vouch.program;

import static app.vouch.program.ProgramAction.ARCHIVE;
import static app.vouch.program.ProgramState.ACTIVE;
import static app.vouch.program.ProgramState.ARCHIVED;
import static app.vouch.shared.Lifecycle.on;

import app.vouch.shared.Lifecycle;
import java.util.List;

/** How programs move. */
final class ProgramLifecycle {
  static final Lifecycle<ProgramState, ProgramAction> TABLE =
      new Lifecycle<>(
          ProgramState.class, ProgramAction.class, List.of(on(ARCHIVE, ARCHIVED, ACTIVE)));

  private ProgramLifecycle() {}
}
