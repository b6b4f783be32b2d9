package app.vouch.incentive;

import app.vouch.deal.PaymentFacts;
import app.vouch.program.RewardRule.Beneficiary;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * For what a rule's reward is granted once: a second trigger grants nothing.
 *
 * @param period {@link #ONCE}, or which of a deal's payments
 */
record RewardSlot(UUID referralId, String ruleId, Beneficiary beneficiary, String period) {
  static final String ONCE = "ONCE";

  /** The period of a payment; that of rewards that do not recur where there is none. */
  static String period(@Nullable PaymentFacts payment) {
    return payment == null ? ONCE : "PAYMENT-" + payment.number();
  }
}
