package app.vouch.incentive;

import app.vouch.incentive.ledger.AccountCode;
import app.vouch.incentive.ledger.AccountKind;
import app.vouch.shared.IdType;
import java.util.UUID;

/** Whose account is whose. */
final class LedgerAccounts {

  static AccountCode expense(UUID programId) {
    return new AccountCode(AccountKind.EXPENSE, IdType.PROGRAM.format(programId));
  }

  static AccountCode payable(UUID payeeId) {
    return new AccountCode(AccountKind.PAYABLE, IdType.PERSON.format(payeeId));
  }

  static AccountCode receivable(UUID payeeId) {
    return new AccountCode(AccountKind.RECEIVABLE, IdType.PERSON.format(payeeId));
  }

  static AccountCode clearing(String adapter) {
    return new AccountCode(AccountKind.CLEARING, adapter);
  }

  static AccountCode external(String adapter) {
    return new AccountCode(AccountKind.EXTERNAL, adapter);
  }

  private LedgerAccounts() {}
}
