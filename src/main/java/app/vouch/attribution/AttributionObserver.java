package app.vouch.attribution;

import app.vouch.deal.DealEvents;
import app.vouch.deal.DealEvents.DealAmountChanged;
import app.vouch.deal.DealEvents.DealReopened;
import app.vouch.deal.DealEvents.DealUpdated;
import app.vouch.deal.DealEvents.DealWon;
import app.vouch.deal.DealFacts;
import app.vouch.deal.DealService;
import app.vouch.deal.DealStatus;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;

/** Computes credits when a deal is won, and again when what they rest on changes. */
@ApplicationScoped
class AttributionObserver {
  /** After referral has linked the deal and moved its referrals, before incentive. */
  static final int AFTER_REFERRAL = 200;

  private final Attributions attributions;
  private final DealService deals;

  AttributionObserver(Attributions attributions, DealService deals) {
    this.attributions = attributions;
    this.deals = deals;
  }

  void onDeal(@Observes @Priority(AFTER_REFERRAL) DealEvents event) {
    switch (event) {
      case DealWon won -> attributions.credit(won.facts(), AttributionCause.DEAL_WON);
      case DealReopened reopened -> attributions.takeBack(reopened.facts());
      case DealAmountChanged changed -> whileWon(changed, AttributionCause.AMOUNT_CHANGED);
      case DealUpdated updated when updated.changes().containsKey("closedAt") ->
          whileWon(updated, AttributionCause.CLOSE_MOVED);
      case DealUpdated ignored -> {}
      case DealEvents.DealCreated ignored -> {}
      case DealEvents.DealStageChanged ignored -> {}
      case DealEvents.DealLost ignored -> {}
    }
  }

  /** A write that also wins or re-opens the deal says so in an event of its own. */
  private void whileWon(DealEvents event, AttributionCause cause) {
    if (event.facts().status() == DealStatus.WON && !event.changes().containsKey("status")) {
      attributions.credit(event.facts(), cause);
    }
  }

  /** The deal's attribution is held before the deal is read, so that no re-opening is missed. */
  void refresh(UUID dealId, AttributionCause cause) {
    boolean known = attributions.hold(dealId);
    DealFacts deal = known ? deals.facts(dealId) : deals.hold(dealId);
    if (deal.status() == DealStatus.WON) {
      attributions.credit(deal, cause);
    }
  }
}
