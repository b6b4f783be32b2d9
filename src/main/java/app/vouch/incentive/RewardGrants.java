package app.vouch.incentive;

import app.vouch.attribution.AttributionEvents;
import app.vouch.attribution.AttributionFacts;
import app.vouch.introduction.IntroductionEvents.IntroductionMoved;
import app.vouch.introduction.IntroductionState;
import app.vouch.program.RewardRule.Trigger;
import app.vouch.referral.ReferralEvents.ReferralMoved;
import app.vouch.referral.ReferralState;
import app.vouch.shared.Money;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps rewards equal to their causes, in the causes' transaction: grants what is due, adjusts what
 * changed, reverses what is due no more. A repeated cause changes nothing.
 */
@ApplicationScoped
class RewardGrants {
  private static final int AFTER_ATTRIBUTION = 300;
  private static final String CAUSE_GONE = "CAUSE_GONE";
  private static final String REFERRAL_REJECTED = "REFERRAL_REJECTED";

  private final RewardClaims claims;
  private final RewardRepository rewards;
  private final RewardMoves moves;
  private final PayoutMoves payouts;

  RewardGrants(
      RewardClaims claims, RewardRepository rewards, RewardMoves moves, PayoutMoves payouts) {
    this.claims = claims;
    this.rewards = rewards;
    this.moves = moves;
    this.payouts = payouts;
  }

  /** Credits were computed, revised, or taken away because the deal is open again. */
  void onAttribution(@Observes @Priority(AFTER_ATTRIBUTION) AttributionEvents event) {
    AttributionFacts facts = event.facts();
    Map<RewardSlot, RewardClaim> due = new LinkedHashMap<>();
    claims.ofDeal(facts).forEach(claim -> due.put(claim.slot(), claim));
    for (Reward reward : lock(rewards.idsThatStandForDeal(facts.dealId()))) {
      RewardClaim claim = due.get(reward.slot());
      if (claim == null || lostItsAmount(reward, claim)) {
        reverse(reward, CAUSE_GONE);
      } else {
        adjust(reward, claim);
      }
    }
    due.values().forEach(this::grantOnce);
  }

  /** A referral came further, or was found to be none. */
  void onReferral(@Observes @Priority(AFTER_ATTRIBUTION) ReferralMoved event) {
    if (event.to() == ReferralState.REJECTED) {
      lock(rewards.idsThatStandForReferral(event.facts().id()))
          .forEach(reward -> reverse(reward, REFERRAL_REJECTED));
      return;
    }
    Trigger trigger = trigger(event.to());
    if (trigger != null) {
      claims.ofReferral(trigger, event.facts()).forEach(this::grantOnce);
    }
  }

  /** Both parties met by an introduction. */
  void onIntroduction(@Observes @Priority(AFTER_ATTRIBUTION) IntroductionMoved event) {
    if (event.to() == IntroductionState.INTRODUCED) {
      claims.ofIntroduction(event.facts().referralId()).forEach(this::grantOnce);
    }
  }

  /** WON comes from the deal's credits. */
  private static @Nullable Trigger trigger(ReferralState reached) {
    return switch (reached) {
      case ACCEPTED -> Trigger.ACCEPTED;
      case MEETING -> Trigger.MEETING;
      case QUALIFIED -> Trigger.QUALIFIED;
      case SUBMITTED, CONTACTED, WON, LOST, DUPLICATE, REJECTED, EXPIRED, WITHDRAWN -> null;
    };
  }

  private List<Reward> lock(List<UUID> ids) {
    payouts.lockLive(ids);
    return rewards.lock(ids).stream().filter(reward -> reward.state().stands()).toList();
  }

  private void grantOnce(RewardClaim claim) {
    Optional<Reward> last = rewards.last(claim.slot());
    if (last.isEmpty() || last.get().state() == RewardState.REVERSED) {
      moves.grant(claim, last.orElse(null));
    }
  }

  /** It had an amount, and now there is only one in another currency. */
  private static boolean lostItsAmount(Reward reward, RewardClaim claim) {
    return reward.amount() != null && claim.amount().amount() == null;
  }

  private void adjust(Reward reward, RewardClaim claim) {
    Money amount = claim.amount().amount();
    if (amount != null && !Objects.equals(amount, reward.amount())) {
      moves.adjust(reward, claim, payouts.free(reward));
    }
  }

  private void reverse(Reward reward, String reasonCode) {
    moves.reverse(reward, payouts.free(reward), reasonCode, null);
  }
}
