package app.vouch.incentive;

import static app.vouch.incentive.LedgerAccounts.expense;
import static app.vouch.incentive.LedgerAccounts.external;
import static app.vouch.incentive.LedgerAccounts.payable;
import static app.vouch.incentive.LedgerAccounts.receivable;

import app.vouch.incentive.ledger.AccountCode;
import app.vouch.incentive.ledger.LedgerService;
import app.vouch.incentive.ledger.Leg;
import app.vouch.incentive.ledger.Posting;
import app.vouch.shared.Money;
import app.vouch.shared.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What a reward's steps book. Each is called before the reward changes; the entry's key names the
 * version that the reward then has.
 */
@ApplicationScoped
class RewardPostings {
  /** Whoever gives what no payout brings. */
  private static final String FULFILMENT = "fulfilment";

  private final LedgerService ledger;

  RewardPostings(LedgerService ledger) {
    this.ledger = ledger;
  }

  /**
   * Holds what the reward promises; nothing while its amount is not known.
   *
   * @return false, and nothing is held, where the program's budget has no room for it
   */
  boolean grant(Reward reward) {
    Money amount = reward.amount();
    if (amount == null) {
      return true;
    }
    if (!hasRoom(reward, amount)) {
      return false;
    }
    accrue(reward, amount, key(reward, RewardAction.GRANT.name(), reward.version()));
    return true;
  }

  /** Whether the program's budget has room for so much more, until this transaction ends. */
  boolean hasRoom(Reward reward, Money more) {
    return ledger
        .room(expense(reward.programId()), more.currency())
        .map(room -> !room.minus(more).isNegative())
        .orElse(true);
  }

  /** Posts what is held, or the part that the reward has shrunk to. */
  void approve(Reward reward) {
    String key = next(reward, RewardAction.APPROVE.name());
    UUID pending = Objects.requireNonNull(reward.accrualEntryId());
    Money amount = reward.knownAmount();
    if (amount.equals(reward.accrued())) {
      ledger.postHold(pending, key);
    } else {
      ledger.postHold(pending, key, accrual(reward, amount));
    }
  }

  /** Gives a reward up that was never approved. */
  void giveUp(Reward reward, RewardAction action) {
    UUID pending = reward.accrualEntryId();
    if (pending != null) {
      ledger.voidHold(pending, next(reward, action.name()));
    }
  }

  /**
   * Takes an approved reward back: what is still owed is owed no more, what was sent out is owed by
   * the payee.
   *
   * @param sent what a payout has sent out for it
   */
  void takeBack(Reward reward, RewardAction action, Money sent) {
    change(reward, action, Money.zero(reward.money()), sent, true);
  }

  /**
   * A pending reward holds at least its new amount.
   *
   * @return false, and no more is held than before, where the program's budget has no room for it
   */
  boolean adjustPending(Reward reward, Money amount) {
    UUID pending = reward.accrualEntryId();
    Money more = pending == null ? amount : amount.minus(reward.accrued());
    if (pending != null && !more.isPositive()) {
      return true;
    }
    if (!hasRoom(reward, more)) {
      return false;
    }
    if (pending != null) {
      ledger.voidHold(pending, next(reward, "ADJUST_VOID"));
    }
    accrue(reward, amount, next(reward, RewardAction.ADJUST.name()));
    return true;
  }

  /**
   * Books the difference to an approved reward's new amount.
   *
   * @param sent what a payout has sent out for it
   */
  void adjust(Reward reward, Money amount, Money sent) {
    change(reward, RewardAction.ADJUST, amount, sent, false);
  }

  /** What is given is owed no more; what the payee owes of the same is set off first. */
  void fulfil(Reward reward) {
    Money amount = reward.knownAmount();
    Money setOff = debt(reward).min(amount);
    List<Leg> legs = new ArrayList<>();
    add(legs, payable(reward.payeeId()), amount);
    add(legs, receivable(reward.payeeId()), setOff.negated());
    add(legs, external(FULFILMENT), amount.minus(setOff).negated());
    ledger.post(Posting.of(next(reward, RewardAction.FULFIL.name()), legs));
  }

  /** What the reward's payee owes, in its currency. */
  Money debt(Reward reward) {
    Money owed = ledger.collectable(receivable(reward.payeeId()), reward.money());
    return owed.isPositive() ? owed : Money.zero(reward.money());
  }

  /** Holds the account on which the payee is owed, until this transaction ends. */
  void holdPayable(UUID payeeId, Unit currency) {
    ledger.lock(payable(payeeId), currency);
  }

  private void change(
      Reward reward, RewardAction action, Money after, Money sent, boolean reverses) {
    Money before = reward.knownAmount();
    Money owed = above(after, sent).minus(above(before, sent));
    Money overpaid = above(sent, after).minus(above(sent, before));
    List<Leg> legs = new ArrayList<>();
    add(legs, expense(reward.programId()), after.minus(before));
    add(legs, payable(reward.payeeId()), owed.negated());
    add(legs, receivable(reward.payeeId()), overpaid);
    Posting posting = Posting.of(next(reward, action.name()), legs);
    UUID accrual = Objects.requireNonNull(reward.accrualEntryId());
    ledger.post(reverses ? posting.reversing(accrual) : posting.correcting(accrual));
  }

  private static Money above(Money amount, Money floor) {
    Money difference = amount.minus(floor);
    return difference.isPositive() ? difference : Money.zero(amount.currency());
  }

  /** A leg that debits what is more than zero and credits what is less. */
  private static void add(List<Leg> legs, AccountCode account, Money debit) {
    if (debit.isPositive()) {
      legs.add(Leg.debit(account, debit));
    } else if (!debit.isZero()) {
      legs.add(Leg.credit(account, debit.negated()));
    }
  }

  private void accrue(Reward reward, Money amount, String key) {
    reward.accrue(ledger.hold(Posting.of(key, accrual(reward, amount))), amount);
  }

  private static List<Leg> accrual(Reward reward, Money amount) {
    return List.of(
        Leg.debit(expense(reward.programId()), amount),
        Leg.credit(payable(reward.payeeId()), amount));
  }

  private static String next(Reward reward, String step) {
    return key(reward, step, reward.version() + 1);
  }

  private static String key(Reward reward, String step, int version) {
    return reward.publicId() + ':' + step + ':' + version;
  }
}
