package app.vouch.incentive;

import static app.vouch.incentive.LedgerAccounts.clearing;
import static app.vouch.incentive.LedgerAccounts.external;
import static app.vouch.incentive.LedgerAccounts.payable;
import static app.vouch.incentive.LedgerAccounts.receivable;

import app.vouch.incentive.ledger.LedgerService;
import app.vouch.incentive.ledger.Leg;
import app.vouch.incentive.ledger.Posting;
import app.vouch.shared.Money;
import app.vouch.shared.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What a payout's steps book. Each is called before the payout changes; the entry's key names the
 * version that the payout then has.
 */
@ApplicationScoped
class PayoutPostings {
  private final LedgerService ledger;

  PayoutPostings(LedgerService ledger) {
    this.ledger = ledger;
  }

  /** Holds what will be paid, so that nothing is paid twice, after what the payee owes. */
  void approve(Payout payout) {
    Money setOff = setOff(payout.payeeId(), payout.total());
    Money amount = payout.total().minus(setOff);
    UUID payment =
        amount.isZero()
            ? null
            : ledger.hold(
                Posting.of(
                    key(payout, PayoutAction.APPROVE.name()),
                    Leg.debit(payable(payout.payeeId()), amount),
                    Leg.credit(clearing(payout.adapter()), amount)));
    UUID debt =
        setOff.isZero()
            ? null
            : ledger.hold(
                Posting.of(
                    key(payout, "SET_OFF"),
                    Leg.debit(payable(payout.payeeId()), setOff),
                    Leg.credit(receivable(payout.payeeId()), setOff)));
    payout.reserve(setOff, payment, debt);
  }

  /** What of a total the payee's debts would take now. Locks their account. */
  Money setOff(UUID payeeId, Money total) {
    return debt(payeeId, total.currency()).min(total);
  }

  /** CANCEL, or FAIL before SEND. */
  void giveUp(Payout payout, PayoutAction action) {
    UUID payment = payout.paymentEntryId();
    UUID debt = payout.setOffEntryId();
    if (payment != null) {
      ledger.voidHold(payment, key(payout, action.name()));
    }
    if (debt != null) {
      ledger.voidHold(debt, key(payout, action + "_SET_OFF"));
    }
  }

  void send(Payout payout) {
    UUID payment = payout.paymentEntryId();
    UUID debt = payout.setOffEntryId();
    if (payment != null) {
      ledger.postHold(payment, key(payout, PayoutAction.SEND.name()));
    }
    if (debt != null) {
      ledger.postHold(debt, key(payout, "SEND_SET_OFF"));
    }
  }

  void settle(Payout payout) {
    if (!payout.amount().isZero()) {
      ledger.post(
          Posting.of(
              key(payout, PayoutAction.SETTLE.name()),
              Leg.debit(clearing(payout.adapter()), payout.amount()),
              Leg.credit(external(payout.adapter()), payout.amount())));
    }
  }

  /** FAIL after SEND. */
  void fail(Payout payout) {
    post(owedAgain(payout, PayoutAction.FAIL.name()));
  }

  /** RETURN after SETTLE: the money is back on its way, and owed again. */
  void takeReturn(Payout payout) {
    List<Posting> postings = new ArrayList<>();
    if (!payout.amount().isZero()) {
      postings.add(
          Posting.of(
              key(payout, PayoutAction.RETURN.name()),
              Leg.debit(external(payout.adapter()), payout.amount()),
              Leg.credit(clearing(payout.adapter()), payout.amount())));
    }
    postings.addAll(owedAgain(payout, "RETURN_OWED"));
    post(postings);
  }

  private void post(List<Posting> postings) {
    if (!postings.isEmpty()) {
      ledger.postLinked(postings);
    }
  }

  private static List<Posting> owedAgain(Payout payout, String step) {
    List<Posting> postings = new ArrayList<>();
    UUID payment = payout.paymentEntryId();
    UUID debt = payout.setOffEntryId();
    if (payment != null) {
      postings.add(
          Posting.of(
                  key(payout, step),
                  Leg.debit(clearing(payout.adapter()), payout.amount()),
                  Leg.credit(payable(payout.payeeId()), payout.amount()))
              .reversing(payment));
    }
    if (debt != null) {
      postings.add(
          Posting.of(
                  key(payout, step + "_SET_OFF"),
                  Leg.debit(receivable(payout.payeeId()), payout.setOff()),
                  Leg.credit(payable(payout.payeeId()), payout.setOff()))
              .reversing(debt));
    }
    return postings;
  }

  /**
   * Rewards were taken back or cut while the money was away: what came back settles that, as far as
   * it is still a debt.
   *
   * @return the rest, which stays owed: the debt was set off against what the payee earned
   */
  Money settleDebt(Payout payout, Money excess) {
    Money debt = debt(payout.payeeId(), excess.currency()).min(excess);
    if (debt.isPositive()) {
      ledger.post(
          Posting.of(
              key(payout, "SETTLE_DEBT"),
              Leg.debit(payable(payout.payeeId()), debt),
              Leg.credit(receivable(payout.payeeId()), debt)));
    }
    return excess.minus(debt);
  }

  private Money debt(UUID payeeId, Unit currency) {
    Money owed = ledger.collectable(receivable(payeeId), currency);
    return owed.isPositive() ? owed : Money.zero(owed.currency());
  }

  private static String key(Payout payout, String step) {
    return payout.publicId() + ':' + step + ':' + (payout.version() + 1);
  }
}
