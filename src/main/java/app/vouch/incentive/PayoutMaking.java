package app.vouch.incentive;

import app.vouch.shared.IdType;
import app.vouch.shared.Money;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts rewards together to a payout, inside a write. No reward is ever in two that live. */
@ApplicationScoped
class PayoutMaking {
  private final PayoutRepository payouts;
  private final RewardRepository rewards;
  private final ArrearsRepository arrears;
  private final PayoutAdapters adapters;
  private final PayoutPostings postings;
  private final PayoutMoves moves;
  private final RewardMoves rewardMoves;

  PayoutMaking(
      PayoutRepository payouts,
      RewardRepository rewards,
      ArrearsRepository arrears,
      PayoutAdapters adapters,
      PayoutPostings postings,
      PayoutMoves moves,
      RewardMoves rewardMoves) {
    this.payouts = payouts;
    this.rewards = rewards;
    this.arrears = arrears;
    this.adapters = adapters;
    this.postings = postings;
    this.moves = moves;
    this.rewardMoves = rewardMoves;
  }

  /**
   * @throws Refusal.Rule {@code reward-not-payable} naming the rewards that are not available, or
   *     are in another payout, or another's; {@code payee-details-missing} or {@code below-minimum}
   */
  Payout make(PayoutWish wish) {
    List<UUID> named = wish.named();
    List<UUID> wanted = named == null ? rewards.idsAvailable(wish.payee(), wish.currency()) : named;
    List<Reward> locked = rewards.lock(wanted);
    Set<UUID> payable = payable(locked, wish);
    if (named != null) {
      requireAll(wanted, payable);
    }
    List<Reward> parts = locked.stream().filter(r -> payable.contains(r.id())).toList();
    List<Arrears> owed =
        wish.takesArrears() ? arrears.lockFree(wish.payee(), wish.currency()) : List.of();
    if (parts.isEmpty() && owed.isEmpty()) {
      throw new Refusal.Rule(
          ProblemType.REWARD_NOT_PAYABLE,
          "%s has no available rewards in %s"
              .formatted(IdType.PERSON.format(wish.payee()), wish.currency()));
    }
    requireMinimum(wish, parts, owed);
    adapters.requireDetails(
        adapters.chosen(wish.route().adapter()), wish.payee(), wish.currency().code());
    return moves.create(wish.payee(), wish.route(), parts, owed, lowestFourEyes(parts, owed));
  }

  private Set<UUID> payable(List<Reward> locked, PayoutWish wish) {
    Set<UUID> payable =
        locked.stream()
            .filter(wish::takes)
            .map(Reward::id)
            .collect(Collectors.toCollection(HashSet::new));
    payouts.live(payable).forEach(item -> payable.remove(item.rewardId()));
    return payable;
  }

  private static void requireAll(List<UUID> wanted, Set<UUID> payable) {
    List<String> refused =
        wanted.stream().filter(id -> !payable.contains(id)).map(IdType.REWARD::format).toList();
    if (!refused.isEmpty()) {
      throw new Refusal.Rule(
          ProblemType.REWARD_NOT_PAYABLE,
          "not available to this payee in this currency, or in another payout: " + refused,
          Map.of("rewardIds", refused));
    }
  }

  private void requireMinimum(PayoutWish wish, List<Reward> parts, List<Arrears> owed) {
    Money minimum = wish.minimum();
    if (minimum == null) {
      return;
    }
    Money total =
        Stream.concat(parts.stream().map(Reward::knownAmount), owed.stream().map(Arrears::amount))
            .reduce(Money.zero(wish.currency()), Money::plus);
    Money sent = total.minus(postings.setOff(wish.payee(), total));
    if (sent.minus(minimum).isNegative()) {
      throw new Refusal.Rule(
          ProblemType.BELOW_MINIMUM,
          "%s would be sent %s, which is less than %s"
              .formatted(IdType.PERSON.format(wish.payee()), sent, minimum),
          Map.of("amount", sent.view(), "minimum", minimum.view()));
    }
  }

  private @Nullable Money lowestFourEyes(List<Reward> parts, List<Arrears> owed) {
    return Stream.concat(
            parts.stream().map(part -> rewardMoves.rule(part).approval().fourEyesAbove()),
            owed.stream().map(Arrears::fourEyesAbove))
        .filter(Objects::nonNull)
        .reduce(Money::min)
        .orElse(null);
  }
}
