package app.vouch.incentive.ledger;

import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an account is for; its balance is counted on the normal side. */
@Schema(name = "LedgerAccountKind")
@Name("LedgerAccountKind")
public enum AccountKind {
  /** What a program has cost. */
  EXPENSE(Side.DEBIT),
  /** What is owed to a payee. */
  PAYABLE(Side.CREDIT),
  /** Money that an adapter was told to pay and has not confirmed. */
  CLEARING(Side.CREDIT),
  /** Money that has left through an adapter. */
  EXTERNAL(Side.CREDIT),
  /** What a payee owes back. */
  RECEIVABLE(Side.DEBIT),
  /** Receivables that a program gave up. */
  WRITE_OFF(Side.DEBIT),
  /** Between two currencies. */
  FX(Side.CREDIT);

  private final Side normal;

  AccountKind(Side normal) {
    this.normal = normal;
  }

  public Side normal() {
    return normal;
  }

  /** Whether the account may stand like that. */
  boolean allows(Counters counters) {
    return this != PAYABLE || counters.spendable() >= 0;
  }
}
