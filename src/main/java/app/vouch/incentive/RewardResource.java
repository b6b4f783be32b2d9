package app.vouch.incentive;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.http.Responses;
import app.vouch.platform.job.JobView;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Rewards over REST. */
@Path("/v1/rewards")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Incentive")
public class RewardResource {
  private final RewardService rewards;
  private final RewardTransitionService transitions;

  RewardResource(RewardService rewards, RewardTransitionService transitions) {
    this.rewards = rewards;
    this.transitions = transitions;
  }

  @GET
  @Needs(Scope.REWARDS_READ)
  @Operation(operationId = "rewards", summary = "List rewards, the newest first")
  public Page<RewardView> list(
      @Schema(implementation = RewardState.class) @QueryParam("state") @Nullable String state,
      @QueryParam("referralId") @Nullable String referralId,
      @QueryParam("payeeId") @Nullable String payeeId,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return rewards.list(
        PageRequest.parse(limit, cursor), RewardFilter.parse(state, referralId, payeeId));
  }

  @GET
  @Path("/{id}")
  @Needs(Scope.REWARDS_READ)
  @Operation(operationId = "reward", summary = "Read a reward")
  @APIResponseSchema(RewardView.class)
  public Response get(
      @PathParam("id") String id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    return Responses.of(rewards.get(id), ifNoneMatch);
  }

  @GET
  @Path("/{id}/explanation")
  @Needs(Scope.REWARDS_READ)
  @Operation(operationId = "rewardExplanation", summary = "Read why a reward is what it is")
  public RewardExplanationView explanation(@PathParam("id") String id) {
    return rewards.explanation(id);
  }

  @POST
  @Path("/{id}/transitions")
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.REWARDS_APPROVE)
  @Operation(
      operationId = "transitionReward",
      summary = "Approve, deny, hold, release or reverse a reward")
  @APIResponseSchema(RewardView.class)
  public Response transition(@PathParam("id") String id, @NotNull TransitionReward command) {
    return Responses.of(rewards.transition(command.on(id)));
  }

  @POST
  @Path("/transitions")
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.REWARDS_APPROVE)
  @Operation(
      operationId = "transitionRewards",
      summary = "Decide about many rewards alike, as a job; its items say what became of each")
  @APIResponseSchema(value = JobView.class, responseCode = "201")
  public Response transitionAll(@NotNull TransitionRewards command) {
    return Responses.of(transitions.begin(command));
  }
}
