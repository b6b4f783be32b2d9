package app.vouch.incentive.recognition;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whose referrals were won most often in a time.
 *
 * @param programId of the program
 * @param tiers how many referrers are in each tier now, the lowest first
 * @param entries who leads; empty where the program names nobody
 */
@Schema(name = "Leaderboard")
@Name("Leaderboard")
public record LeaderboardView(
    @Id @NonNull String programId,
    @NonNull Instant from,
    @NonNull Instant to,
    @NonNull List<@NonNull TierCount> tiers,
    @NonNull List<@NonNull Entry> entries) {

  /**
   * One tier.
   *
   * @param tier 1 for the lowest
   * @param name what the program calls it
   */
  @Schema(name = "LeaderboardTier")
  @Name("LeaderboardTier")
  public record TierCount(int tier, @Nullable String name, int referrers) {}

  /**
   * One referrer.
   *
   * @param rank from 1; who have equally many share one
   * @param tier 0 for none, 1 for the lowest
   */
  @Schema(name = "LeaderboardEntry")
  @Name("LeaderboardEntry")
  public record Entry(
      int rank,
      @Id @NonNull String referrerId,
      @NonNull String name,
      int won,
      int tier,
      @Nullable String tierName) {}
}
