package app.vouch.incentive.recognition;

import app.vouch.platform.timer.TimedStep;
import app.vouch.shared.IdType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Another version of a program is in effect. */
@ApplicationScoped
class ProgramRecount implements TimedStep {
  static final String NAME = "program-recognition-recount";

  private final RecognitionService recognitions;

  ProgramRecount(RecognitionService recognitions) {
    this.recognitions = recognitions;
  }

  /** The version's number, and the referrer after whom it goes on. */
  static String which(int number, @Nullable UUID after) {
    return number + (after == null ? "" : "-" + IdType.REFERRER.format(after));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(UUID programId, String which) {
    String[] parts = which.split("-", 2);
    recognitions.recountProgram(
        programId,
        Integer.parseInt(parts[0]),
        parts.length == 1 ? null : IdType.REFERRER.inPath(parts[1]));
  }
}
