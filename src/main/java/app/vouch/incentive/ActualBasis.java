package app.vouch.incentive;

import app.vouch.deal.DealFacts;
import app.vouch.deal.DealRate;
import app.vouch.program.ApplicableVersion;
import app.vouch.program.ProgramService;
import app.vouch.program.RewardRule;
import app.vouch.shared.Money;
import app.vouch.shared.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The pinned versions, the rewards that were granted, and the claims that were read since: what one
 * deal brings is read before any of it is granted.
 */
final class ActualBasis implements RewardBasis {
  private final ProgramService programs;
  private final RewardPeriods periods;
  private final RewardRates rates;
  private final List<RewardClaim> claimed = new ArrayList<>();

  ActualBasis(ProgramService programs, RewardPeriods periods, RewardRates rates) {
    this.programs = programs;
    this.periods = periods;
    this.rates = rates;
  }

  @Override
  public ApplicableVersion version(UUID pinned) {
    return programs.version(pinned);
  }

  @Override
  public PeriodTerms terms(
      ApplicableVersion version,
      RewardRule rule,
      RewardSlot slot,
      UUID payee,
      @Nullable Money worth) {
    return periods.terms(version, rule, slot, payee, worth, claimed);
  }

  @Override
  public @Nullable DealRate rate(RewardSlot slot, DealFacts deal, Unit currency) {
    return rates.rate(slot, deal, currency);
  }

  @Override
  public void claimed(RewardClaim claim) {
    claimed.add(claim);
  }
}
