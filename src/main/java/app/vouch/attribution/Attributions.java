package app.vouch.attribution;

import app.vouch.attribution.AttributionEvents.AttributionComputed;
import app.vouch.attribution.AttributionEvents.AttributionRevised;
import app.vouch.deal.DealFacts;
import app.vouch.deal.DealService;
import app.vouch.platform.event.Events;
import app.vouch.referral.ReferralFacts;
import app.vouch.referral.ReferralService;
import app.vouch.shared.IdType;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Computes a deal's credits and freezes them, inside the transaction of whatever made it necessary.
 * The same inputs as those of the version that stands make no new version.
 */
@ApplicationScoped
class Attributions {
  private final AttributionRepository attributions;
  private final AttributionGathering gathering;
  private final AttributionArchive archive;
  private final ReferralService referrals;
  private final DealService deals;
  private final Events events;
  private final Uuid7 ids;
  private final Clock clock;

  Attributions(
      AttributionRepository attributions,
      AttributionGathering gathering,
      AttributionArchive archive,
      ReferralService referrals,
      DealService deals,
      Events events,
      Uuid7 ids,
      Clock clock) {
    this.attributions = attributions;
    this.gathering = gathering;
    this.archive = archive;
    this.referrals = referrals;
    this.deals = deals;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  /** Shares a won deal out; a deal that no referral ever touched has no attribution. */
  Optional<AttributionView> credit(DealFacts deal, AttributionCause cause) {
    Attribution head = attributions.hold(deal.id()).orElse(null);
    List<ReferralFacts> linked = referrals.ofDeal(deal.id());
    return head == null && linked.isEmpty()
        ? Optional.empty()
        : Optional.of(settle(head, deal, gathering.gather(deal, linked), cause));
  }

  /** Takes the credits of a deal back, if it has any, because it is open again. */
  void takeBack(DealFacts deal) {
    attributions
        .hold(deal.id())
        .ifPresent(
            head ->
                settle(
                    head,
                    deal,
                    AttributionInputs.reopened(IdType.DEAL.format(deal.id())),
                    AttributionCause.DEAL_REOPENED));
  }

  /** Waits until this transaction holds the deal's attribution, if there is one. */
  boolean hold(UUID dealId) {
    return attributions.hold(dealId).isPresent();
  }

  /** A deal's credits as they stand, held until the transaction ends. */
  Optional<AttributionFacts> holdFacts(UUID dealId) {
    return attributions.hold(dealId).flatMap(this::standing);
  }

  /** The same, to look at only. */
  Optional<AttributionFacts> standing(UUID dealId) {
    return attributions.find("dealId", dealId).firstResultOptional().flatMap(this::standing);
  }

  private Optional<AttributionFacts> standing(Attribution head) {
    return attributions
        .version(head.id(), head.version())
        .map(
            frozen ->
                facts(head, deals.facts(head.dealId()), attributions.creditsOf(List.of(frozen))));
  }

  private static AttributionFacts facts(Attribution head, DealFacts deal, List<Credit> credits) {
    return new AttributionFacts(
        head.id(), head.version(), deal.id(), deal, credits.stream().map(Credit::facts).toList());
  }

  private AttributionView settle(
      @Nullable Attribution known,
      DealFacts deal,
      AttributionInputs inputs,
      AttributionCause cause) {
    if (known != null) {
      Optional<FrozenAttribution> standing = attributions.version(known.id(), known.version());
      if (standing.isPresent() && standing.get().hasHash(archive.hash(inputs))) {
        return view(standing.get(), attributions.creditsOf(List.of(standing.get())));
      }
    }
    Instant now = clock.instant();
    Attribution head = known == null ? begin(deal.id(), now) : next(known, now);
    AttributionResult result = AttributionResult.of(inputs);
    FrozenAttribution frozen =
        new FrozenAttribution(ids.next(), head, cause, archive.freeze(inputs, result), now);
    List<Credit> credits =
        result.credits().stream().map(c -> new Credit(ids.next(), head, c)).toList();
    attributions.keep(frozen, credits);
    AttributionView view = view(frozen, credits);
    AttributionFacts facts = facts(head, deal, credits);
    events.publish(
        known == null ? new AttributionComputed(facts, view) : new AttributionRevised(facts, view));
    return view;
  }

  private Attribution begin(UUID dealId, Instant now) {
    Attribution made = new Attribution(ids.next(), dealId, now);
    attributions.persistAndFlush(made);
    return made;
  }

  private Attribution next(Attribution known, Instant now) {
    known.revised(now);
    attributions.flush();
    return known;
  }

  static AttributionView view(FrozenAttribution frozen, List<Credit> credits) {
    return frozen.view(credits.stream().filter(c -> c.isOf(frozen)).map(Credit::view).toList());
  }
}
