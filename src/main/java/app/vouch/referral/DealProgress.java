package app.vouch.referral;

import static app.vouch.referral.ReferralAction.*;

import app.vouch.deal.DealEvents;
import app.vouch.deal.DealFacts;
import app.vouch.deal.DealStatus;
import app.vouch.shared.Lifecycle.Decision;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Moves referrals as their deals move: won when one deal is won, lost when at least one is lost and
 * none is open, forward only before that.
 */
@ApplicationScoped
class DealProgress {
  private static final String DEAL_LOST = "DEAL_LOST";

  private final ReferralRepository referrals;
  private final ReferralDealRepository links;
  private final ReferralMoves moves;

  DealProgress(ReferralRepository referrals, ReferralDealRepository links, ReferralMoves moves) {
    this.referrals = referrals;
    this.links = links;
    this.moves = moves;
  }

  /**
   * A deal changed: all referrals that are linked to it follow. They are locked before their other
   * deals are looked at, so that of two deals which close at once the second sees the first.
   */
  void follow(DealEvents event) {
    DealFacts deal = event.facts();
    List<ReferralDeal> ofDeal = links.ofDeal(deal.id());
    ofDeal.forEach(link -> link.dealIs(deal.status()));
    List<UUID> ids = ofDeal.stream().map(ReferralDeal::referralId).toList();
    List<Referral> held = referrals.lockAll(ids);
    Map<UUID, List<ReferralDeal>> all =
        links.ofReferrals(ids).stream().collect(Collectors.groupingBy(ReferralDeal::referralId));
    for (Referral referral : held) {
      List<ReferralDeal> others =
          all.getOrDefault(referral.id(), List.of()).stream()
              .filter(link -> !link.dealId().equals(deal.id()))
              .toList();
      follow(referral, event, others);
    }
  }

  private void follow(Referral referral, DealEvents event, List<ReferralDeal> others) {
    switch (event) {
      case DealEvents.DealReopened reopened -> {
        if (none(others, DealStatus.WON)) {
          advance(referral, REOPEN, null);
        }
      }
      case DealEvents.DealWon won -> win(referral);
      case DealEvents.DealLost lost -> lose(referral, others);
      case DealEvents.DealStageChanged changed -> climb(referral, changed.facts());
      case DealEvents.DealCreated created -> {}
      case DealEvents.DealUpdated updated -> {}
      case DealEvents.DealAmountChanged changed -> {}
      case DealEvents.DealPaymentMoved recorded -> {}
    }
  }

  /** The deal counts from now on, in the state that it has. */
  void afterLinking(Referral referral, DealFacts deal) {
    List<ReferralDeal> others =
        links.ofReferrals(List.of(referral.id())).stream()
            .filter(link -> !link.dealId().equals(deal.id()))
            .toList();
    switch (deal.status()) {
      case WON -> win(referral);
      case LOST -> lose(referral, others);
      case OPEN -> {
        if (referral.state() == ReferralState.LOST) {
          advance(referral, REOPEN, null);
        }
        climb(referral, deal);
      }
    }
  }

  /** The deal counts no longer: what was won by it alone is open again. */
  void afterUnlinking(Referral referral) {
    List<ReferralDeal> left = links.ofReferrals(List.of(referral.id()));
    if (referral.state() == ReferralState.WON && none(left, DealStatus.WON)) {
      advance(referral, REOPEN, null);
    }
  }

  private void win(Referral referral) {
    if (referral.state() == ReferralState.LOST) {
      advance(referral, REOPEN, null);
    }
    advance(referral, WIN, null);
  }

  private void lose(Referral referral, List<ReferralDeal> others) {
    if (none(others, DealStatus.OPEN) && none(others, DealStatus.WON)) {
      advance(referral, LOSE, DEAL_LOST);
    }
  }

  private void climb(Referral referral, DealFacts deal) {
    switch (deal.milestone()) {
      case NONE, WON, LOST -> {}
      case CONTACTED -> advance(referral, CONTACT, null);
      case MEETING -> advance(referral, BOOK_MEETING, null);
      case QUALIFIED -> advance(referral, QUALIFY, null);
    }
  }

  private void advance(Referral referral, ReferralAction action, @Nullable String reason) {
    if (ReferralLifecycle.TABLE.decide(referral.state(), action) instanceof Decision.Moved) {
      moves.move(referral, action, reason, null);
    }
  }

  private static boolean none(List<ReferralDeal> deals, DealStatus status) {
    return deals.stream().noneMatch(link -> link.dealStatus() == status);
  }
}
