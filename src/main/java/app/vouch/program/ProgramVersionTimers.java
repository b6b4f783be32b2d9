package app.vouch.program;

import app.vouch.platform.timer.TimedStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Lets a published version take effect when its time comes. */
@ApplicationScoped
class ProgramVersionTimers implements TimedStep {
  private final ProgramVersionService versions;

  ProgramVersionTimers(ProgramVersionService versions) {
    this.versions = versions;
  }

  @Override
  public String name() {
    return ProgramVersionService.TAKES_EFFECT;
  }

  @Override
  public void run(UUID resourceId, String which) {
    versions.takeEffect(resourceId);
  }
}
