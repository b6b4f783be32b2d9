package app.vouch.incentive.ledger;

import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One side of an account. */
@Schema(name = "LedgerSide")
@Name("LedgerSide")
public enum Side {
  DEBIT,
  CREDIT;

  public Side opposite() {
    return this == DEBIT ? CREDIT : DEBIT;
  }
}
