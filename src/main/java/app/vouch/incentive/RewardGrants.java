package app.vouch.incentive;

import app.vouch.attribution.AttributionEvents;
import app.vouch.attribution.AttributionFacts;
import app.vouch.deal.DealEvents.DealPaymentMoved;
import app.vouch.deal.DealEvents.DealUpdated;
import app.vouch.deal.DealStatus;
import app.vouch.introduction.IntroductionEvents.IntroductionMoved;
import app.vouch.introduction.IntroductionState;
import app.vouch.program.RewardRule.Trigger;
import app.vouch.referral.ReferralAction;
import app.vouch.referral.ReferralEvents.ReferralMoved;
import app.vouch.referral.ReferralFacts;
import app.vouch.referral.ReferralState;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Keeps rewards equal to their causes, in the causes' transaction: grants what is due, adjusts what
 * changed, reverses what is due no more. A repeated cause changes nothing.
 */
@ApplicationScoped
class RewardGrants {
  private static final int AFTER_ATTRIBUTION = 300;
  private static final String REFERRAL_REJECTED = "REFERRAL_REJECTED";

  private final RewardClaims claims;
  private final RewardRepository rewards;
  private final RewardRevisions revisions;
  private final RewardMoves moves;
  private final PayoutMoves payouts;

  RewardGrants(
      RewardClaims claims,
      RewardRepository rewards,
      RewardRevisions revisions,
      RewardMoves moves,
      PayoutMoves payouts) {
    this.claims = claims;
    this.rewards = rewards;
    this.revisions = revisions;
    this.moves = moves;
    this.payouts = payouts;
  }

  /** Credits were computed, revised, or taken away because the deal is open again. */
  void onAttribution(@Observes @Priority(AFTER_ATTRIBUTION) AttributionEvents event) {
    follow(event.facts());
  }

  /** A rate of exchange came, for which rewards may have waited. */
  void onRate(@Observes @Priority(AFTER_ATTRIBUTION) DealUpdated event) {
    if (event.changes().containsKey("fxRate") && event.facts().status() == DealStatus.WON) {
      claims.credits(event.facts().id()).ifPresent(this::follow);
    }
  }

  /** An invoice was paid. */
  void onPayment(@Observes @Priority(AFTER_ATTRIBUTION) DealPaymentMoved event) {
    claims.credits(event.facts().id()).ifPresent(this::follow);
  }

  private void follow(AttributionFacts facts) {
    List<Reward> standing = lock(rewards.idsThatStandForDeal(facts.dealId()));
    Map<RewardSlot, RewardClaim> due = new LinkedHashMap<>();
    claims.ofDeal(facts).forEach(claim -> due.put(claim.slot(), claim));
    Set<UUID> bereft = new LinkedHashSet<>();
    for (Reward reward : standing) {
      RewardClaim claim = due.get(reward.slot());
      if (claim == null || lostItsAmount(reward, claim)) {
        moves.loseCause(reward, payouts.free(reward));
        bereft.add(reward.slot().referralId());
      }
    }
    due.values().forEach(revisions::follow);
    bereft.forEach(referral -> grantForOtherDeals(referral, facts.dealId()));
  }

  /**
   * A referral has one reward of a rule, for the first deal; another one that is won takes over.
   */
  private void grantForOtherDeals(UUID referralId, UUID dealId) {
    claims.ofDealsCrediting(referralId).stream()
        .filter(claim -> !dealId.equals(claim.dealId()))
        .forEach(revisions::grantOnce);
  }

  /** A referral came further, counts again, or was found to be none. */
  void onReferral(@Observes @Priority(AFTER_ATTRIBUTION) ReferralMoved event) {
    if (event.to() == ReferralState.REJECTED) {
      lock(rewards.idsThatStandForReferral(event.facts().id()))
          .forEach(reward -> moves.reverse(reward, payouts.free(reward), REFERRAL_REJECTED, null));
      return;
    }
    if (event.action() == ReferralAction.REOPEN) {
      return;
    }
    for (Trigger trigger : passed(event.to())) {
      claims.ofReferral(trigger, event.facts()).forEach(revisions::grantOnce);
    }
    boolean captured = event.view().version() == 1;
    if (!captured && counts(event.to()) && !counts(event.from())) {
      claims.ofEarlierIntroduction(event.facts()).forEach(revisions::grantOnce);
    }
  }

  /** Both parties met by an introduction; where its referral does not count, that waits. */
  void onIntroduction(@Observes @Priority(AFTER_ATTRIBUTION) IntroductionMoved event) {
    if (event.to() == IntroductionState.INTRODUCED) {
      ReferralFacts referral = claims.referral(event.facts().referral());
      if (counts(referral.state())) {
        claims.ofReferral(Trigger.INTRODUCED, referral).forEach(revisions::grantOnce);
      }
    }
  }

  /** What a referral that is there has behind it, skipped or not. WON comes from credits. */
  static List<Trigger> passed(ReferralState reached) {
    return switch (reached) {
      case ACCEPTED, CONTACTED -> List.of(Trigger.ACCEPTED);
      case MEETING -> List.of(Trigger.ACCEPTED, Trigger.MEETING);
      case QUALIFIED, WON -> List.of(Trigger.ACCEPTED, Trigger.MEETING, Trigger.QUALIFIED);
      case SUBMITTED, LOST, DUPLICATE, REJECTED, EXPIRED, WITHDRAWN -> List.of();
    };
  }

  private static boolean counts(ReferralState state) {
    return switch (state) {
      case ACCEPTED, CONTACTED, MEETING, QUALIFIED, WON, LOST -> true;
      case SUBMITTED, DUPLICATE, REJECTED, EXPIRED, WITHDRAWN -> false;
    };
  }

  private List<Reward> lock(List<UUID> ids) {
    payouts.lockLive(ids);
    return rewards.lock(ids).stream().filter(reward -> reward.state().stands()).toList();
  }

  /** It had an amount, and now there is only one in another currency. */
  private static boolean lostItsAmount(Reward reward, RewardClaim claim) {
    return reward.amount() != null && claim.amount().amount() == null;
  }
}
