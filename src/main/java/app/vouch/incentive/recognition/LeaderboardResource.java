package app.vouch.incentive.recognition;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.shared.PageRequest;
import app.vouch.shared.Times;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Leaderboards over REST. */
@Path("/v1/programs/{id}/leaderboard")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recognition")
public class LeaderboardResource {
  private final LeaderboardService leaderboards;

  LeaderboardResource(LeaderboardService leaderboards) {
    this.leaderboards = leaderboards;
  }

  @GET
  @Needs(Scope.REFERRERS_READ)
  @Operation(
      operationId = "leaderboard",
      summary = "Read whose referrals were won most often in a time",
      description =
          "From one time on, and before the other; the program's window until now when they are left out. Who opted out is not on it.")
  public LeaderboardView get(
      @PathParam("id") String id,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("limit") @Nullable String limit) {
    return leaderboards.get(
        id,
        Times.parameter("/from", from),
        Times.parameter("/to", to),
        PageRequest.parse(limit, null).limit());
  }
}
