package app.vouch.incentive.ledger;

import app.vouch.shared.Unit;

/** What makes an account one: its code and its currency. */
record AccountKey(AccountCode code, Unit currency) {
  @Override
  public String toString() {
    return code + " in " + currency;
  }
}
