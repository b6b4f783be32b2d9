package app.vouch.incentive;

import app.vouch.shared.Money;
import app.vouch.shared.Unit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a payout is wanted for.
 *
 * @param programId whose rewards it takes; null for every program's, and arrears
 * @param named the rewards that it must have; null for all that are available
 * @param minimum what the payee must be sent at least; null for nothing at all
 */
record PayoutWish(
    UUID payee,
    Unit currency,
    PayoutRoute route,
    @Nullable UUID programId,
    @Nullable List<UUID> named,
    @Nullable Money minimum) {

  boolean takesArrears() {
    return named == null && programId == null;
  }

  boolean takes(Reward reward) {
    return reward.state() == RewardState.AVAILABLE
        && reward.kind().isPaidOut()
        && reward.payeeId().equals(payee)
        && reward.money().equals(currency)
        && (programId == null || reward.programId().equals(programId));
  }
}
