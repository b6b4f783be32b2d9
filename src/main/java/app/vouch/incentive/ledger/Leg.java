package app.vouch.incentive.ledger;

import app.vouch.shared.Money;

/**
 * One side of an entry.
 *
 * @param amount more than zero
 */
public record Leg(AccountCode account, Side side, Money amount) {
  public Leg {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException(
          "a leg's amount is more than zero, got " + amount + " on " + account);
    }
  }

  public static Leg debit(AccountCode account, Money amount) {
    return new Leg(account, Side.DEBIT, amount);
  }

  public static Leg credit(AccountCode account, Money amount) {
    return new Leg(account, Side.CREDIT, amount);
  }

  AccountKey key() {
    return new AccountKey(account, amount.currency());
  }
}
