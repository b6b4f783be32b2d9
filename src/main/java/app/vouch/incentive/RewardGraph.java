package app.vouch.incentive;

import app.vouch.directory.PersonService;
import app.vouch.directory.PersonView;
import app.vouch.incentive.RewardConnection.RewardEdge;
import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.graphql.Connections;
import app.vouch.platform.graphql.Payloads;
import app.vouch.platform.graphql.UserError;
import app.vouch.platform.job.JobView;
import app.vouch.referral.ReferralService;
import app.vouch.referral.ReferralView;
import app.vouch.shared.IdType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Rewards over GraphQL. */
@GraphQLApi
public class RewardGraph {
  private final RewardService rewards;
  private final RewardTransitionService transitions;
  private final ReferralService referrals;
  private final PersonService people;

  RewardGraph(
      RewardService rewards,
      RewardTransitionService transitions,
      ReferralService referrals,
      PersonService people) {
    this.rewards = rewards;
    this.transitions = transitions;
    this.referrals = referrals;
    this.people = people;
  }

  @Query
  @Needs(Scope.REWARDS_READ)
  @Description("A reward, by its id.")
  public RewardView reward(@Id @NonNull String id) {
    return rewards.get(id);
  }

  @Query
  @Needs(Scope.REWARDS_READ)
  @Description("Rewards, the newest first.")
  public @NonNull RewardConnection rewards(
      @DefaultValue("50") @Nullable Integer first,
      @Nullable String after,
      @Nullable RewardFilter filter) {
    return Connections.of(
        IdType.REWARD,
        rewards.list(Connections.page(first, after), filter == null ? RewardFilter.ALL : filter),
        after != null,
        RewardEdge::new,
        RewardConnection::new);
  }

  @Query
  @Needs(Scope.REWARDS_READ)
  @Description("Why a reward is what it is.")
  public RewardExplanationView rewardExplanation(@Id @NonNull String id) {
    return rewards.explanation(id);
  }

  @Mutation
  @Needs(Scope.REWARDS_APPROVE)
  @Description("Approves, denies, holds, releases or reverses a reward.")
  public @NonNull TransitionRewardPayload transitionReward(@NonNull TransitionReward input) {
    return Payloads.of(() -> rewards.transition(input), TransitionRewardPayload::new);
  }

  /** The reward, or why not. */
  public record TransitionRewardPayload(
      @Nullable RewardView reward, @NonNull List<@NonNull UserError> userErrors) {}

  @Mutation
  @Needs(Scope.REWARDS_APPROVE)
  @Description("Decides about many rewards alike, as a job; jobItems says what became of each.")
  public @NonNull TransitionRewardsPayload transitionRewards(@NonNull TransitionRewards input) {
    return Payloads.of(() -> transitions.begin(input), TransitionRewardsPayload::new);
  }

  /** The job, or why not. */
  public record TransitionRewardsPayload(
      @Nullable JobView job, @NonNull List<@NonNull UserError> userErrors) {}

  @Needs(Scope.REFERRALS_READ)
  @Description("The referral that it is for.")
  public List<@Nullable ReferralView> referral(@Source List<RewardView> parents) {
    List<UUID> ids = parents.stream().map(r -> IdType.REFERRAL.inPath(r.referralId())).toList();
    Map<UUID, ReferralView> found = referrals.byIds(ids.stream().distinct().toList());
    return ids.stream().<@Nullable ReferralView>map(found::get).toList();
  }

  @Needs(Scope.PEOPLE_READ)
  @Description("The person who gets it.")
  public List<@Nullable PersonView> payee(@Source List<RewardView> parents) {
    List<UUID> ids = parents.stream().map(r -> IdType.PERSON.inPath(r.payeeId())).toList();
    Map<UUID, PersonView> found = people.byIds(ids.stream().distinct().toList());
    return ids.stream().<@Nullable PersonView>map(found::get).toList();
  }

  @Needs(Scope.REWARDS_READ)
  @Description("The rewards that it brought, the newest first.")
  public List<@NonNull List<@NonNull RewardView>> rewards(@Source List<ReferralView> parents) {
    List<UUID> ids = parents.stream().map(r -> IdType.REFERRAL.inPath(r.id())).toList();
    Map<UUID, List<RewardView>> found = rewards.ofReferrals(ids);
    return ids.stream().map(id -> found.getOrDefault(id, List.of())).toList();
  }
}
