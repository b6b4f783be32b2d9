package app.vouch.incentive;

import app.vouch.shared.IdType;
import app.vouch.shared.Money;
import app.vouch.shared.Unit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One payee of a batch.
 *
 * @param programId whose rewards are paid; null for every program's, and arrears
 * @param minimum what the payee must be sent at least
 */
public record BatchMember(
    UUID batchId,
    UUID payee,
    Unit currency,
    String adapter,
    @Nullable UUID programId,
    @Nullable Money minimum) {

  /** The command that stands for it: a job that does it twice gets the first answer. */
  CreatePayout command() {
    return new CreatePayout(
        IdType.PERSON.format(payee),
        currency.code(),
        null,
        adapter,
        null,
        IdType.PAYOUT_BATCH.format(batchId) + ':' + IdType.PERSON.format(payee));
  }

  PayoutWish wish() {
    return new PayoutWish(
        payee, currency, new PayoutRoute(adapter, batchId), programId, null, minimum);
  }
}
