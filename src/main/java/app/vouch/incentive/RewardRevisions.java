package app.vouch.incentive;

import app.vouch.incentive.Promise.Kind;
import app.vouch.incentive.Promise.Part;
import app.vouch.incentive.Promise.Spread;
import app.vouch.shared.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Makes the rewards that carry a claim follow it. What was sent out never grows: an increase is
 * carried by a reward that was not, at need by a supplement of its own; so is an increase of an
 * approved reward for which the program's budget has no room.
 */
@ApplicationScoped
class RewardRevisions {
  private final RewardRepository rewards;
  private final RewardMoves moves;
  private final RewardPostings postings;
  private final PayoutMoves payouts;

  RewardRevisions(
      RewardRepository rewards, RewardMoves moves, RewardPostings postings, PayoutMoves payouts) {
    this.rewards = rewards;
    this.moves = moves;
    this.postings = postings;
    this.payouts = payouts;
  }

  /** Revises the rewards that carry the claim, which are locked, or grants it. */
  void follow(RewardClaim claim) {
    List<Reward> ofSlot = rewards.ofSlot(claim.slot());
    Money promised = claim.amount().amount();
    if (promised != null && ofSlot.stream().anyMatch(reward -> carries(reward, claim))) {
      revise(claim, promised, ofSlot);
    }
    grantOnce(claim);
  }

  /** Grants nothing where a person denied or took back, or nobody took what was granted before. */
  void grantOnce(RewardClaim claim) {
    Optional<Reward> last = rewards.last(claim.slot());
    if (last.isEmpty()) {
      moves.grant(claim, RewardPlace.first(claim.slot()));
    } else if (last.get().causeGone()) {
      replace(last.get(), claim);
    }
  }

  /** What supplements carry, which it is too late to take back, is not promised again. */
  private void replace(Reward predecessor, RewardClaim claim) {
    Money promised = claim.amount().amount();
    Money carried =
        rewards.ofSlot(claim.slot()).stream()
            .filter(reward -> carries(reward, claim))
            .map(RewardRevisions::amount)
            .reduce(Money.zero(predecessor.money()), Money::plus);
    if (promised == null || carried.isZero()) {
      moves.grant(claim, RewardPlace.replacing(predecessor));
    } else if (promised.minus(carried).isPositive()) {
      moves.grant(claim.carrying(promised.minus(carried)), RewardPlace.replacing(predecessor));
    }
  }

  private void revise(RewardClaim claim, Money promised, List<Reward> ofSlot) {
    Reward first = ofSlot.stream().filter(reward -> !reward.isSupplement()).toList().getLast();
    Spread spread = promise(claim, first, ofSlot).spread(promised);
    Money rest = spread.rest();
    for (Reward reward : ofSlot.stream().filter(reward -> carries(reward, claim)).toList()) {
      Money part = Objects.requireNonNull(spread.amounts().get(reward.id()));
      Money more = part.minus(amount(reward));
      boolean waits = more.isPositive() && !moves.canGrow(reward, more);
      carry(reward, claim, waits ? amount(reward) : part);
      rest = waits ? rest.plus(more) : rest;
    }
    if (rest.isPositive()) {
      int earlier = Math.toIntExact(ofSlot.stream().filter(Reward::isSupplement).count());
      moves.grant(claim.carrying(rest), RewardPlace.supplementing(first, earlier + 1));
    }
  }

  private Promise promise(RewardClaim claim, Reward first, List<Reward> ofSlot) {
    List<Part> parts =
        ofSlot.stream()
            .filter(reward -> carries(reward, claim) || isRefused(reward, first))
            .map(this::part)
            .toList();
    boolean isOut = parts.stream().anyMatch(part -> part.kind() == Kind.SENT);
    return new Promise(
        parts, isOut ? postings.debt(first) : Money.zero(first.money()), carries(first, claim));
  }

  private Part part(Reward reward) {
    Money amount = amount(reward);
    if (!reward.state().stands()) {
      return new Part(reward.id(), Kind.REFUSED, amount, Money.zero(reward.money()));
    }
    Money sent = payouts.sent(reward);
    return new Part(reward.id(), sent.isPositive() ? Kind.SENT : Kind.OPEN, amount, sent);
  }

  private void carry(Reward reward, RewardClaim claim, Money part) {
    reward.regainCause();
    if (part.equals(reward.amount())) {
      return;
    }
    Money sent = payouts.free(reward);
    if (part.isZero()) {
      moves.loseCause(reward, sent);
    } else {
      moves.adjust(reward, claim.carrying(part), sent);
    }
  }

  private static boolean carries(Reward reward, RewardClaim claim) {
    return reward.state().stands() && Objects.equals(reward.dealId(), claim.dealId());
  }

  /** What a person refused of this promise counts as promised, so that no other grants it. */
  private static boolean isRefused(Reward reward, Reward first) {
    return !reward.state().stands()
        && !reward.causeGone()
        && (reward.id().equals(first.id()) || first.id().equals(reward.place().supplements()));
  }

  private static Money amount(Reward reward) {
    Money known = reward.amount();
    return known == null ? Money.zero(reward.money()) : known;
  }
}
