package app.vouch.incentive.recognition;

import app.vouch.incentive.recognition.RecognitionView.Visibility;
import app.vouch.platform.work.Command;
import app.vouch.platform.work.OnResource;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Says whether a referrer is on leaderboards by name.
 *
 * @param id of the referrer
 */
@Schema(name = "SetReferrerRecognition")
@Input("SetReferrerRecognitionInput")
public record SetRecognition(
    @Schema(hidden = true) @Id @NonNull String id,
    @NotNull Visibility leaderboard,
    @Nullable Boolean dryRun,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command, OnResource {

  public SetRecognition {}

  SetRecognition on(String referrer) {
    return new SetRecognition(referrer, leaderboard, dryRun, idempotencyKey);
  }
}
