package app.vouch.program;

import static app.vouch.program.VersionAction.DISCARD;
import static app.vouch.program.VersionAction.PUBLISH;
import static app.vouch.program.VersionAction.SUPERSEDE;
import static app.vouch.program.VersionState.DISCARDED;
import static app.vouch.program.VersionState.DRAFT;
import static app.vouch.program.VersionState.PUBLISHED;
import static app.vouch.program.VersionState.SUPERSEDED;
import static app.vouch.shared.Lifecycle.on;

import app.vouch.shared.Lifecycle;
import java.util.List;

/** How program versions move. */
final class VersionLifecycle {
  static final Lifecycle<VersionState, VersionAction> TABLE =
      new Lifecycle<>(
          VersionState.class,
          VersionAction.class,
          List.of(
              on(PUBLISH, PUBLISHED, DRAFT),
              on(DISCARD, DISCARDED, DRAFT),
              on(SUPERSEDE, SUPERSEDED, PUBLISHED)));

  private VersionLifecycle() {}
}
