package app.vouch.incentive;

import app.vouch.deal.DealFacts;
import app.vouch.deal.DealRate;
import app.vouch.program.ApplicableVersion;
import app.vouch.program.RewardRule;
import app.vouch.shared.Money;
import app.vouch.shared.Unit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** By whose rules claims are read, and beside what was granted before. */
interface RewardBasis {

  /** The rules for what is pinned to a version. */
  ApplicableVersion version(UUID pinned);

  /**
   * What earlier rewards leave for this one.
   *
   * @param worth what its deal is worth, in the program's currency; null where that is not known
   */
  PeriodTerms terms(
      ApplicableVersion version,
      RewardRule rule,
      RewardSlot slot,
      UUID payee,
      @Nullable Money worth);

  /** The rate of exchange for a deal in another currency than the program's; null for none. */
  @Nullable DealRate rate(RewardSlot slot, DealFacts deal, Unit currency);

  /** Is told of each claim before the next is read. */
  default void claimed(RewardClaim claim) {}
}
