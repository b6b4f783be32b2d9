package app.vouch.referral;

import app.vouch.deal.DealEvents;
import app.vouch.deal.DealFacts;
import app.vouch.deal.DealService;
import app.vouch.referral.ReferralEvents.ReferralLinkedToDeal;
import app.vouch.referral.ReferralEvents.ReferralMoved;
import app.vouch.referral.ReferralEvents.ReferralUnlinkedFromDeal;
import app.vouch.shared.IdType;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import app.vouch.shared.Uuid7;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the referral that a deal came of, and keeps the link. */
@ApplicationScoped
class DealLinks {
  /** Before attribution and incentive, which look at the links. */
  private static final int FIRST = 100;

  private final ReferralRepository referrals;
  private final ReferralDealRepository links;
  private final ReviewItems reviews;
  private final DealService deals;
  private final DealProgress progress;
  private final Event<ReferralLinkedToDeal> linked;
  private final Event<ReferralUnlinkedFromDeal> unlinked;
  private final Uuid7 ids;
  private final Clock clock;

  DealLinks(
      ReferralRepository referrals,
      ReferralDealRepository links,
      ReviewItems reviews,
      DealService deals,
      DealProgress progress,
      Event<ReferralLinkedToDeal> linked,
      Event<ReferralUnlinkedFromDeal> unlinked,
      Uuid7 ids,
      Clock clock) {
    this.referrals = referrals;
    this.links = links;
    this.reviews = reviews;
    this.deals = deals;
    this.progress = progress;
    this.linked = linked;
    this.unlinked = unlinked;
    this.ids = ids;
    this.clock = clock;
  }

  void on(@Observes @Priority(FIRST) DealEvents event) {
    switch (event) {
      case DealEvents.DealCreated created -> find(created);
      case DealEvents.DealUpdated updated -> find(updated);
      case DealEvents.DealStageChanged changed -> progress.follow(changed);
      case DealEvents.DealWon won -> progress.follow(won);
      case DealEvents.DealLost lost -> progress.follow(lost);
      case DealEvents.DealReopened reopened -> progress.follow(reopened);
      case DealEvents.DealAmountChanged changed -> {}
      case DealEvents.DealPaymentMoved recorded -> {}
    }
  }

  /** A referral that counts from now on, or again, takes over what its deals have come to. */
  void on(@Observes @Priority(FIRST) ReferralMoved moved) {
    boolean counts =
        switch (moved.action()) {
          case ACCEPT, REVIVE, REINSTATE -> true;
          case CAPTURE,
              MARK_DUPLICATE,
              REJECT,
              EXPIRE,
              CONTACT,
              BOOK_MEETING,
              QUALIFY,
              WIN,
              LOSE,
              REOPEN,
              WITHDRAW ->
              false;
        };
    boolean captured = moved.view().version() == 1;
    if (counts && !captured) {
      Referral referral = existing(moved.facts().id());
      for (ReferralDeal link : links.ofReferrals(List.of(referral.id()))) {
        progress.afterLinking(referral, deals.facts(link.dealId()));
      }
    }
  }

  private void find(DealEvents event) {
    if (event.facts().historic()) {
      return;
    }
    List<ReferralDeal> known = links.allOfDeal(event.facts().id());
    UUID declared = event.declaredReferral();
    if (declared != null) {
      if (known.stream().noneMatch(link -> link.referralId().equals(declared))) {
        link(existing(declared), event.facts(), LinkRule.DECLARED, null);
      }
    } else if (known.isEmpty()) {
      findByPeople(event.facts());
    }
  }

  private Referral existing(UUID id) {
    return referrals
        .locked(id)
        .orElseThrow(
            () ->
                new Refusal.Rule(
                    ProblemType.UNKNOWN_REFERENCE,
                    "/referralId: no referral " + IdType.REFERRAL.format(id)));
  }

  private void findByPeople(DealFacts deal) {
    List<UUID> candidates = referrals.holdingOfPeople(deal.personIds(), deal.closedAt());
    if (candidates.size() == 1) {
      link(existing(candidates.getFirst()), deal, LinkRule.PROSPECT, null);
    } else if (!candidates.isEmpty()) {
      reviews.ask(deal.id(), candidates);
    }
  }

  /** A person says that the deal came of the referral. The referral is locked. */
  void linkByHand(Referral referral, DealFacts deal) {
    Optional<ReferralDeal> known =
        links.allOfDeal(deal.id()).stream()
            .filter(link -> link.referralId().equals(referral.id()))
            .findFirst();
    if (known.isEmpty() || !known.get().stands()) {
      link(referral, deal, LinkRule.MANUAL, known.orElse(null));
    }
  }

  /** A person says that it did not. The referral is locked. */
  void unlinkByHand(Referral referral, DealFacts deal) {
    links.ofDeal(deal.id()).stream()
        .filter(link -> link.referralId().equals(referral.id()))
        .findFirst()
        .ifPresent(
            link -> {
              link.remove(clock.instant());
              progress.afterUnlinking(referral);
              unlinked.fire(new ReferralUnlinkedFromDeal(referral.facts(), deal));
            });
  }

  private void link(
      Referral referral, DealFacts deal, LinkRule rule, @Nullable ReferralDeal removed) {
    if (removed == null) {
      links.persist(
          new ReferralDeal(
              ids.next(), referral.id(), deal.id(), rule, deal.status(), clock.instant()));
    } else {
      removed.restore(rule, deal.status(), clock.instant());
    }
    reviews.settle(deal.id());
    progress.afterLinking(referral, deal);
    linked.fire(new ReferralLinkedToDeal(referral.facts(), deal));
  }
}
