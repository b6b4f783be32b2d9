package app.vouch.incentive.recognition;

import app.vouch.incentive.recognition.TierChangeConnection.TierChangeEdge;
import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.graphql.Connections;
import app.vouch.platform.graphql.Payloads;
import app.vouch.platform.graphql.UserError;
import app.vouch.shared.IdType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Recognition over GraphQL. */
@GraphQLApi
public class RecognitionGraph {
  private final RecognitionService recognitions;
  private final LeaderboardService leaderboards;

  RecognitionGraph(RecognitionService recognitions, LeaderboardService leaderboards) {
    this.recognitions = recognitions;
    this.leaderboards = leaderboards;
  }

  @Query
  @Needs(Scope.REFERRERS_READ)
  @Description("Which tier a referrer is in, and what the next one takes.")
  public RecognitionView referrerRecognition(@Id @NonNull String id) {
    return recognitions.get(id);
  }

  @Query
  @Needs(Scope.REFERRERS_READ)
  @Description("The tiers that a referrer reached and left, the newest first.")
  public @NonNull TierChangeConnection tierChanges(
      @Id @NonNull String id, @DefaultValue("50") @Nullable Integer first, @Nullable String after) {
    return Connections.of(
        IdType.TIER_CHANGE,
        recognitions.changes(id, Connections.page(first, after)),
        after != null,
        TierChangeEdge::new,
        TierChangeConnection::new);
  }

  @Query
  @Needs(Scope.REFERRERS_READ)
  @Description("Whose referrals were won most often in a time; who opted out is not on it.")
  public LeaderboardView leaderboard(
      @Id @NonNull String id,
      @Nullable Instant from,
      @Nullable Instant to,
      @DefaultValue("50") @Nullable Integer first) {
    return leaderboards.get(id, from, to, Connections.page(first, null).limit());
  }

  @Mutation("setReferrerRecognition")
  @Needs(Scope.REFERRERS_WRITE)
  @Description("Says whether a referrer is on leaderboards by name.")
  public @NonNull SetReferrerRecognitionPayload setReferrerRecognition(
      @NonNull SetRecognition input) {
    return Payloads.of(() -> recognitions.set(input), SetReferrerRecognitionPayload::new);
  }

  /** The recognition, or why not. */
  public record SetReferrerRecognitionPayload(
      @Nullable RecognitionView recognition, @NonNull List<@NonNull UserError> userErrors) {}
}
