package app.vouch.incentive;

/**
 * A way in which the money of payouts moves. Vouch itself moves none: an adapter says what a payout
 * needs before it is sent, and what those who move the money must say afterwards. A bean of this
 * type is one more adapter.
 */
public interface PayoutAdapter {
  /**
   * Its name for ever: at most 20 letters, digits and hyphens. Each adapter has ledger accounts of
   * its own, {@code CLEARING:<name>} and {@code EXTERNAL:<name>}.
   */
  String name();

  /** Whether the payee must have payment details that take the payout's currency. */
  boolean needsDetails();

  /** Whether SETTLE, FAIL after SEND, and RETURN must name the payment as the outside names it. */
  boolean needsReference();
}
