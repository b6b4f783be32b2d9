package app.vouch.incentive.ledger;

import static app.vouch.incentive.ledger.EntryKind.PENDING;
import static app.vouch.incentive.ledger.EntryKind.POSTED;
import static app.vouch.incentive.ledger.EntryKind.VOIDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.vouch.shared.Money;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import app.vouch.shared.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookTest {
  private static final Unit USD = Unit.of("USD");
  private static final AccountCode EXPENSE = new AccountCode(AccountKind.EXPENSE, "program");
  private static final AccountCode PAYABLE = new AccountCode(AccountKind.PAYABLE, "payee");
  private static final AccountCode CLEARING = new AccountCode(AccountKind.CLEARING, "manual");

  private final Book book = new Book();

  @Test
  void shouldHoldWithoutMovingWhenAnEntryIsPending() {
    book.apply(PENDING, accrual(100));

    assertThat(of(EXPENSE)).isEqualTo(new Counters(100, 0, 0, 0));
    assertThat(of(PAYABLE)).isEqualTo(new Counters(0, 100, 0, 0));
  }

  @Test
  void shouldFreeTheRestWhenAPartIsPosted() {
    book.apply(PENDING, accrual(100));

    book.apply(POSTED, Movement.resolving(accrual(100), legs(EXPENSE, PAYABLE, 60)));

    assertThat(of(EXPENSE)).isEqualTo(new Counters(0, 0, 60, 0));
    assertThat(of(PAYABLE)).isEqualTo(new Counters(0, 0, 0, 60));
  }

  @Test
  void shouldLeaveNothingWhenAHoldIsVoided() {
    book.apply(PENDING, accrual(100));

    book.apply(VOIDED, Movement.resolving(accrual(100)));

    assertThat(of(EXPENSE)).isEqualTo(Counters.ZERO);
    assertThat(of(PAYABLE)).isEqualTo(Counters.ZERO);
  }

  @Test
  void shouldRefuseAPartWhenItIsMoreThanTheHold() {
    assertThatThrownBy(() -> Movement.resolving(accrual(100), legs(EXPENSE, PAYABLE, 101)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldCountHoldsAgainstTheLimitWhenAPayeeIsPaidTwice() {
    book.apply(POSTED, accrual(100));
    book.apply(PENDING, payment(60));

    assertThatThrownBy(() -> book.apply(PENDING, payment(41)))
        .isInstanceOfSatisfying(
            Refusal.Rule.class, no -> assertThat(no.type()).isEqualTo(ProblemType.LEDGER_LIMIT));
    assertThat(of(PAYABLE)).isEqualTo(new Counters(60, 0, 0, 100));
    assertThat(of(CLEARING)).isEqualTo(new Counters(0, 60, 0, 0));

    book.apply(PENDING, payment(40));
    assertThat(of(PAYABLE).spendable()).isZero();
  }

  @Test
  void shouldNotSpendWhatIsOnlyPromisedWhenTheAccrualIsPending() {
    book.apply(PENDING, accrual(100));

    assertThatThrownBy(() -> book.apply(PENDING, payment(1))).isInstanceOf(Refusal.Rule.class);
  }

  @Test
  void shouldCountHoldsAgainstTheLimitWhenAProgramHasABudget() {
    book.limit(new AccountKey(EXPENSE, USD), 100L);
    book.apply(POSTED, accrual(40));
    book.apply(PENDING, accrual(60));

    assertThatThrownBy(() -> book.apply(PENDING, accrual(1)))
        .isInstanceOfSatisfying(
            Refusal.Rule.class,
            no -> {
              assertThat(no.type()).isEqualTo(ProblemType.LEDGER_LIMIT);
              assertThat(no.detail()).contains("0.01 USD beyond its limit");
            });

    book.apply(POSTED, Movement.resolving(accrual(60), legs(EXPENSE, PAYABLE, 10)));
    book.apply(POSTED, accrual(50));
    assertThat(of(EXPENSE).spent()).isEqualTo(100);
    assertThat(of(PAYABLE)).isEqualTo(new Counters(0, 0, 0, 100));
  }

  @Test
  void shouldTakeWhatBringsAnAccountNearerWhenItIsBeyondItsLimit() {
    book.apply(POSTED, accrual(100));
    book.apply(PENDING, accrual(50));
    book.limit(new AccountKey(EXPENSE, USD), 20L);

    book.apply(POSTED, Movement.resolving(accrual(50)));
    book.apply(POSTED, Movement.of(legs(PAYABLE, EXPENSE, 70)));

    assertThatThrownBy(() -> book.apply(POSTED, accrual(1))).isInstanceOf(Refusal.Rule.class);
    assertThat(of(EXPENSE).spent()).isEqualTo(80);
  }

  @Test
  void shouldTakeAnythingWhenTheLimitIsLifted() {
    book.limit(new AccountKey(EXPENSE, USD), 0L);
    assertThatThrownBy(() -> book.apply(POSTED, accrual(1))).isInstanceOf(Refusal.Rule.class);

    book.limit(new AccountKey(EXPENSE, USD), null);
    book.apply(POSTED, accrual(1));

    assertThat(of(EXPENSE).spent()).isEqualTo(1);
  }

  @Test
  void shouldRefuseWhenACounterWouldOverflow() {
    book.apply(POSTED, accrual(Long.MAX_VALUE));

    assertThatThrownBy(() -> book.apply(POSTED, accrual(1)))
        .isInstanceOfSatisfying(
            Refusal.Rule.class,
            no -> assertThat(no.type()).isEqualTo(ProblemType.AMOUNT_OUT_OF_RANGE));
    assertThat(of(EXPENSE).debitsPosted()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void shouldRefuseWhenALimitCannotBeReckonedIn64Bits() {
    book.apply(POSTED, accrual(Long.MAX_VALUE));
    book.apply(POSTED, payment(Long.MAX_VALUE));

    assertThatThrownBy(() -> book.apply(PENDING, payment(Long.MAX_VALUE)))
        .isInstanceOf(Refusal.Rule.class);
  }

  private Counters of(AccountCode code) {
    return book.of(new AccountKey(code, USD));
  }

  private static List<Movement> accrual(long amount) {
    return Movement.of(legs(EXPENSE, PAYABLE, amount));
  }

  private static List<Movement> payment(long amount) {
    return Movement.of(legs(PAYABLE, CLEARING, amount));
  }

  private static List<Leg> legs(AccountCode debit, AccountCode credit, long amount) {
    Money money = new Money(amount, USD);
    return List.of(Leg.debit(debit, money), Leg.credit(credit, money));
  }
}
