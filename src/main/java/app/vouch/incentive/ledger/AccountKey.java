package app.vouch.incentive.ledger;

import java.util.Currency;

/** What makes an account one: its code and its currency. */
record AccountKey(AccountCode code, Currency currency) {
  @Override
  public String toString() {
    return code + " in " + currency;
  }
}
