package app.vouch.incentive;

import app.vouch.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the rewards that a rule granted its payee before mean for another one.
 *
 * @param count which of the payee's referrals it is in the rolling time, from 1; null where the
 *     rule does not count
 * @param value what the deals of the payee's referrals in the rolling time are worth with it; null
 *     where the rule does not go by that
 * @param left what the rule may still grant them; null where it may grant any sum
 */
record PeriodTerms(@Nullable Integer count, @Nullable Money value, @Nullable Money left) {
  static final PeriodTerms NONE = new PeriodTerms(null, null, null);

  /** What the steps of an amount go by. */
  long reached() {
    if (value != null) {
      return value.whole();
    }
    return count == null ? 1 : count;
  }
}
