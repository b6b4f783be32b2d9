package app.vouch.incentive.ledger;

import java.util.OptionalLong;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

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

  /** Whether somebody may set a limit: only what a program costs has one that is not fixed. */
  boolean takesLimit() {
    return this == EXPENSE;
  }

  /**
   * What may still be booked before the account is at its limit, holds counted.
   *
   * @param limit what was set; null for none
   * @return in minor units, below zero beyond the limit; empty where there is no limit
   */
  OptionalLong room(Counters counters, @Nullable Long limit) {
    return switch (this) {
      case PAYABLE -> OptionalLong.of(counters.spendable());
      case EXPENSE ->
          limit == null
              ? OptionalLong.empty()
              : OptionalLong.of(Math.subtractExact(limit, counters.spent()));
      case CLEARING, EXTERNAL, RECEIVABLE, WRITE_OFF, FX -> OptionalLong.empty();
    };
  }
}
