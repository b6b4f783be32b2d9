package app.vouch.incentive.recognition;

import app.vouch.platform.work.Versioned;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A referrer's recognition.
 *
 * @param id the referrer's
 * @param tier 0 for none, 1 for the lowest
 * @param name what the program calls the tier
 * @param benefits what it brings, in words
 * @param counted won referrals in the window
 * @param nextFrom how many make the next tier; null in the highest
 * @param leaderboard whether others see the referrer by name
 */
@Schema(name = "Recognition")
@Name("Recognition")
public record RecognitionView(
    @Id @NonNull String id,
    @Id @NonNull String programId,
    int tier,
    @Nullable String name,
    @Nullable String benefits,
    int counted,
    @Nullable Integer nextFrom,
    @NonNull Visibility leaderboard,
    int version,
    @Nullable Instant updatedAt)
    implements Versioned {

  /** Whether somebody is on leaderboards by name. */
  @Schema(name = "LeaderboardVisibility")
  @Name("LeaderboardVisibility")
  public enum Visibility {
    SHOWN,
    HIDDEN
  }
}
