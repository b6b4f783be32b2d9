package app.vouch.incentive;

import app.vouch.deal.DealFacts;
import app.vouch.deal.DealRate;
import app.vouch.shared.Money;
import app.vouch.shared.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the rate for a deal in another currency than the program's. */
@ApplicationScoped
class RewardRates {
  private final RewardRepository rewards;
  private final RewardArchive archive;

  RewardRates(RewardRepository rewards, RewardArchive archive) {
    this.rewards = rewards;
    this.archive = archive;
  }

  /** A reward that stands keeps the rate that it was found by; else the deal's, if it has one. */
  @Nullable DealRate rate(RewardSlot slot, DealFacts deal, Unit currency) {
    Money worth = deal.firstYearAmount();
    if (worth == null || worth.currency().equals(currency)) {
      return null;
    }
    return frozen(slot, deal, worth.currency())
        .or(() -> Optional.ofNullable(deal.rate()))
        .filter(rate -> rate.to().equals(currency))
        .orElse(null);
  }

  private Optional<DealRate> frozen(RewardSlot slot, DealFacts deal, Unit from) {
    return rewards.ofSlot(slot).stream()
        .filter(reward -> reward.state().stands() && deal.id().equals(reward.dealId()))
        .map(reward -> archive.calculations(reward.id()).getLast().rate())
        .filter(Objects::nonNull)
        .filter(rate -> rate.from().equals(from.code()))
        .map(rate -> new DealRate(rate.rate(), Unit.of(rate.to()), rate.source()))
        .findFirst();
  }
}
