package app.vouch.incentive;

import app.vouch.directory.PersonService;
import app.vouch.incentive.ledger.AccountCode;
import app.vouch.incentive.ledger.LedgerReportService;
import app.vouch.incentive.ledger.Leg;
import app.vouch.program.ProgramService;
import app.vouch.shared.IdType;
import app.vouch.shared.PageRequest;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import app.vouch.shared.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Which accounts a person may book on by hand. */
@ApplicationScoped
class LedgerOwners {
  private final ProgramService programs;
  private final PersonService people;
  private final LedgerReportService reports;

  LedgerOwners(ProgramService programs, PersonService people, LedgerReportService reports) {
    this.programs = programs;
    this.people = people;
    this.reports = reports;
  }

  /**
   * @throws Refusal.Rule {@code unknown-reference} when the account's owner does not exist, {@code
   *     account-not-adjustable} when its kind is only ever moved by payouts
   */
  void require(String pointer, Leg leg) {
    AccountCode account = leg.account();
    boolean known =
        switch (account.kind()) {
          case EXPENSE, WRITE_OFF ->
              !programs.byIds(List.of(id(pointer, IdType.PROGRAM, account))).isEmpty();
          case PAYABLE, RECEIVABLE ->
              !people.byIds(List.of(id(pointer, IdType.PERSON, account))).isEmpty();
          case EXTERNAL -> isBooked(account);
          case FX -> isPair(account.owner(), leg.amount().currency());
          case CLEARING ->
              throw new Refusal.Rule(
                  ProblemType.ACCOUNT_NOT_ADJUSTABLE,
                  "%s: %s holds what payouts have sent and not settled; settle, fail or return the payout instead"
                      .formatted(pointer, account));
        };
    if (!known) {
      throw new Refusal.Rule(
          ProblemType.UNKNOWN_REFERENCE, "%s: nobody owns %s".formatted(pointer, account));
    }
  }

  private static UUID id(String pointer, IdType type, AccountCode account) {
    return type.inBody(pointer, account.owner());
  }

  /** An adapter is known by what it has paid. */
  private boolean isBooked(AccountCode account) {
    return !reports.accounts(PageRequest.parse("1", null), null, account.text()).data().isEmpty();
  }

  private static boolean isPair(String owner, Unit currency) {
    String[] pair = owner.split("/", -1);
    return pair.length == 2
        && !pair[0].equals(pair[1])
        && List.of(pair).contains(currency.code())
        && Unit.currency("/legs", pair[0]) != null
        && Unit.currency("/legs", pair[1]) != null;
  }
}
