package app.vouch.incentive.ledger;

import app.vouch.shared.Money;
import app.vouch.shared.Unit;

/** Postings in cents of a program, a payee and an adapter. */
final class SamplePostings {
  static final Unit USD = Unit.of("USD");
  static final AccountCode EXPENSE = new AccountCode(AccountKind.EXPENSE, "program");
  static final AccountCode PAYABLE = new AccountCode(AccountKind.PAYABLE, "payee");
  static final AccountCode CLEARING = new AccountCode(AccountKind.CLEARING, "manual");
  static final AccountCode EXTERNAL = new AccountCode(AccountKind.EXTERNAL, "manual");

  /** The program owes the payee. */
  static Posting accrual(String key, long minor) {
    return posting(key, EXPENSE, PAYABLE, minor);
  }

  /** The payee is paid. */
  static Posting payment(String key, long minor) {
    return posting(key, PAYABLE, CLEARING, minor);
  }

  static Posting posting(String key, AccountCode debit, AccountCode credit, long minor) {
    Money money = new Money(minor, USD);
    return Posting.of(key, Leg.debit(debit, money), Leg.credit(credit, money));
  }

  private SamplePostings() {}
}
