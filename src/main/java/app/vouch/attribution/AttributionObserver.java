package app.vouch.attribution;

import app.vouch.deal.DealEvents;
import app.vouch.deal.DealEvents.DealAmountChanged;
import app.vouch.deal.DealEvents.DealCreated;
import app.vouch.deal.DealEvents.DealReopened;
import app.vouch.deal.DealEvents.DealUpdated;
import app.vouch.deal.DealEvents.DealWon;
import app.vouch.deal.DealFacts;
import app.vouch.deal.DealService;
import app.vouch.deal.DealStatus;
import app.vouch.platform.event.UnitOfWork;
import app.vouch.referral.ReferralEvents.ReferralLinkedToDeal;
import app.vouch.referral.ReferralEvents.ReferralMoved;
import app.vouch.referral.ReferralEvents.ReferralUnlinkedFromDeal;
import app.vouch.referral.ReferralService;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;

/** Computes credits when a deal is won, and again when what they rest on changes. */
@ApplicationScoped
class AttributionObserver {
  /** After referral has linked the deal and moved its referrals, before incentive. */
  static final int AFTER_REFERRAL = 200;

  private final Attributions attributions;
  private final DealService deals;
  private final ReferralService referrals;
  private final UnitOfWork unit;

  AttributionObserver(
      Attributions attributions, DealService deals, ReferralService referrals, UnitOfWork unit) {
    this.attributions = attributions;
    this.deals = deals;
    this.referrals = referrals;
    this.unit = unit;
  }

  void onDeal(@Observes @Priority(AFTER_REFERRAL) DealEvents event) {
    switch (event) {
      case DealWon won -> attributions.credit(won.facts(), AttributionCause.DEAL_WON);
      case DealReopened reopened -> attributions.takeBack(reopened.facts());
      case DealAmountChanged changed -> whileWon(changed, AttributionCause.AMOUNT_CHANGED);
      case DealUpdated updated when updated.changes().containsKey("closedAt") ->
          whileWon(updated, AttributionCause.CLOSE_MOVED);
      case DealUpdated ignored -> {}
      case DealCreated ignored -> {}
      case DealEvents.DealStageChanged ignored -> {}
      case DealEvents.DealLost ignored -> {}
      case DealEvents.DealPaymentMoved ignored -> {}
    }
  }

  /** A write that also wins or re-opens the deal says so in an event of its own. */
  private void whileWon(DealEvents event, AttributionCause cause) {
    if (event.facts().status() == DealStatus.WON && !event.changes().containsKey("status")) {
      attributions.credit(event.facts(), cause);
    }
  }

  void onLink(@Observes @Priority(AFTER_REFERRAL) ReferralLinkedToDeal link) {
    UUID dealId = link.dealFacts().id();
    if (link.dealFacts().status() == DealStatus.WON && !outcomeFollows(dealId)) {
      refresh(dealId, AttributionCause.REFERRAL_LINKED);
    }
  }

  void onUnlink(@Observes @Priority(AFTER_REFERRAL) ReferralUnlinkedFromDeal link) {
    refresh(link.dealFacts().id(), AttributionCause.REFERRAL_UNLINKED);
  }

  /**
   * A referral that may be credited no longer, or again, changes what its deals rest on. The write
   * that captures it has no deals to look for.
   */
  void onReferral(@Observes @Priority(AFTER_REFERRAL) ReferralMoved moved) {
    boolean captured = moved.view().version() == 1;
    if (!captured
        && AttributionGathering.isLive(moved.from()) != AttributionGathering.isLive(moved.to())) {
      referrals
          .dealsOf(List.of(moved.facts().id()))
          .getOrDefault(moved.facts().id(), List.of())
          .forEach(dealId -> refresh(dealId, AttributionCause.REFERRAL_CHANGED));
    }
  }

  /** Whether the link was found by a write that goes on to say that the deal was won. */
  private boolean outcomeFollows(UUID dealId) {
    return unit.facts().reversed().stream()
        .filter(fact -> fact.resourceId().equals(dealId))
        .findFirst()
        .filter(
            fact ->
                fact instanceof DealCreated
                    || fact instanceof DealUpdated && fact.changes().containsKey("status"))
        .isPresent();
  }

  /** The deal's attribution is held before the deal is read, so that no re-opening is missed. */
  private void refresh(UUID dealId, AttributionCause cause) {
    boolean known = attributions.hold(dealId);
    DealFacts deal = known ? deals.facts(dealId) : deals.hold(dealId);
    if (deal.status() == DealStatus.WON) {
      attributions.credit(deal, cause);
    }
  }
}
