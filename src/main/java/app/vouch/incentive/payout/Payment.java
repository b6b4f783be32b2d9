package app.vouch.incentive.payout;

import app.vouch.incentive.payee.PaymentDetails;
import app.vouch.shared.IdType;
import app.vouch.shared.Money;
import java.util.UUID;

/** One payment of a file. */
record Payment(UUID payoutId, UUID payeeId, Money amount, PaymentDetails to) {

  /**
   * The payout's id in characters that banks take: {@code pay-01h…}, 30 of them. With an underscore
   * in place of the hyphen it is the id again.
   */
  String endToEndId() {
    return bankId(IdType.PAYOUT.format(payoutId));
  }

  /** A TypeID in characters that banks take. */
  static String bankId(String id) {
    return id.replace('_', '-');
  }
}
