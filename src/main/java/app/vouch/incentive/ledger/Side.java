package app.vouch.incentive.ledger;

import org.eclipse.microprofile.graphql.Name;

/** One side of an account. */
@Name("LedgerSide")
public enum Side {
  DEBIT,
  CREDIT;

  public Side opposite() {
    return this == DEBIT ? CREDIT : DEBIT;
  }
}
