package app.vouch.incentive;

import app.vouch.directory.PersonService;
import app.vouch.directory.PersonView;
import app.vouch.incentive.PayoutConnection.PayoutEdge;
import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.graphql.Connections;
import app.vouch.platform.graphql.Payloads;
import app.vouch.platform.graphql.UserError;
import app.vouch.shared.IdType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** Payouts over GraphQL. */
@GraphQLApi
public class PayoutGraph {
  private final PayoutService payouts;
  private final RewardService rewards;
  private final PersonService people;

  PayoutGraph(PayoutService payouts, RewardService rewards, PersonService people) {
    this.payouts = payouts;
    this.rewards = rewards;
    this.people = people;
  }

  @Query
  @Needs(Scope.PAYOUTS_READ)
  @Description("A payout, by its id.")
  public PayoutView payout(@Id @NonNull String id) {
    return payouts.get(id);
  }

  @Query
  @Needs(Scope.PAYOUTS_READ)
  @Description("Payouts, the newest first.")
  public @NonNull PayoutConnection payouts(
      @DefaultValue("50") @Nullable Integer first,
      @Nullable String after,
      @Nullable PayoutFilter filter) {
    return Connections.of(
        IdType.PAYOUT,
        payouts.list(Connections.page(first, after), filter == null ? PayoutFilter.ALL : filter),
        after != null,
        PayoutEdge::new,
        PayoutConnection::new);
  }

  @Mutation
  @Needs(Scope.PAYOUTS_WRITE)
  @Description("Puts a payee's available rewards together; needs an idempotencyKey.")
  public @NonNull CreatePayoutPayload createPayout(@NonNull CreatePayout input) {
    return Payloads.of(() -> payouts.create(input), CreatePayoutPayload::new);
  }

  /** The payout, or why not. */
  public record CreatePayoutPayload(
      @Nullable PayoutView payout, @NonNull List<@NonNull UserError> userErrors) {}

  @Mutation
  @Needs(Scope.PAYOUTS_WRITE)
  @Description("Approves, cancels, sends, settles, fails or returns a payout.")
  public @NonNull TransitionPayoutPayload transitionPayout(@NonNull TransitionPayout input) {
    return Payloads.of(() -> payouts.transition(input), TransitionPayoutPayload::new);
  }

  /** The payout, or why not. */
  public record TransitionPayoutPayload(
      @Nullable PayoutView payout, @NonNull List<@NonNull UserError> userErrors) {}

  @Needs(Scope.PEOPLE_READ)
  @Description("The person who is paid.")
  public List<@Nullable PersonView> payee(@Source List<PayoutView> parents) {
    List<UUID> ids = parents.stream().map(p -> IdType.PERSON.inPath(p.payeeId())).toList();
    Map<UUID, PersonView> found = people.byIds(ids.stream().distinct().toList());
    return ids.stream().<@Nullable PersonView>map(found::get).toList();
  }

  @Needs(Scope.REWARDS_READ)
  @Description("The rewards that it pays.")
  public List<@NonNull List<@NonNull RewardView>> rewards(@Source List<PayoutView> parents) {
    List<UUID> ids =
        parents.stream()
            .flatMap(p -> p.rewardIds().stream())
            .map(IdType.REWARD::inPath)
            .distinct()
            .toList();
    Map<UUID, RewardView> found = rewards.byIds(ids);
    return parents.stream()
        .map(
            p ->
                p.rewardIds().stream()
                    .map(id -> found.get(IdType.REWARD.inPath(id)))
                    .filter(Objects::nonNull)
                    .toList())
        .toList();
  }
}
