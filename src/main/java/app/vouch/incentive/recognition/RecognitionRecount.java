package app.vouch.incentive.recognition;

import app.vouch.platform.timer.TimedStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** A win has left the window of its referrer. */
@ApplicationScoped
class RecognitionRecount implements TimedStep {
  static final String NAME = "recognition-recount";

  private final RecognitionService recognitions;

  RecognitionRecount(RecognitionService recognitions) {
    this.recognitions = recognitions;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(UUID referrerId, String which) {
    recognitions.recount(referrerId);
  }
}
