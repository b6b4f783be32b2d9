package app.vouch.incentive.ledger;

import static app.vouch.incentive.ledger.Leg.credit;
import static app.vouch.incentive.ledger.Leg.debit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.vouch.shared.Money;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import org.junit.jupiter.api.Test;

class PostingTest {
  private static final AccountCode EXPENSE = new AccountCode(AccountKind.EXPENSE, "program");
  private static final AccountCode PAYABLE = new AccountCode(AccountKind.PAYABLE, "payee");
  private static final AccountCode FX = new AccountCode(AccountKind.FX, "USD/EUR");

  @Test
  void shouldBeMadeWhenEachCurrencyBalances() {
    Posting conversion =
        Posting.of(
            "k",
            debit(PAYABLE, usd(1_000)),
            credit(FX, usd(1_000)),
            debit(FX, eur(900)),
            credit(PAYABLE, eur(900)));

    assertThat(conversion.legs()).hasSize(4);
  }

  @Test
  void shouldBeRefusedWhenDebitsAndCreditsDiffer() {
    assertThatThrownBy(() -> Posting.of("k", debit(EXPENSE, usd(2)), credit(PAYABLE, usd(1))))
        .isInstanceOfSatisfying(
            Refusal.Rule.class,
            no -> assertThat(no.type()).isEqualTo(ProblemType.ENTRY_NOT_BALANCED));
  }

  @Test
  void shouldBeRefusedWhenItBalancesOnlyAcrossCurrencies() {
    assertThatThrownBy(() -> Posting.of("k", debit(EXPENSE, usd(1)), credit(PAYABLE, eur(1))))
        .isInstanceOf(Refusal.Rule.class);
  }

  @Test
  void shouldBeRefusedWhenItHasOneLeg() {
    assertThatThrownBy(() -> Posting.of("k", debit(EXPENSE, usd(1))))
        .isInstanceOf(Refusal.Rule.class);
  }

  @Test
  void shouldBalanceExactlyWhenTheSumsExceed64Bits() {
    Money most = usd(Long.MAX_VALUE);

    assertThat(
            Posting.of(
                    "k",
                    debit(EXPENSE, most),
                    debit(EXPENSE, most),
                    credit(PAYABLE, most),
                    credit(PAYABLE, most))
                .legs())
        .hasSize(4);
  }

  @Test
  void shouldRefuseALegWhenItsAmountIsNotPositive() {
    assertThatThrownBy(() -> debit(EXPENSE, usd(0))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> debit(EXPENSE, usd(-1))).isInstanceOf(IllegalArgumentException.class);
  }

  private static Money usd(long minor) {
    return Money.ofMinor(minor, "USD");
  }

  private static Money eur(long minor) {
    return Money.ofMinor(minor, "EUR");
  }
}
