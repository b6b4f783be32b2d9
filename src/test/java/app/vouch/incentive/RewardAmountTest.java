package app.vouch.incentive;

import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.incentive.RewardAmount.Credit;
import app.vouch.program.IsoAmount;
import app.vouch.program.RewardRule;
import app.vouch.program.RewardRule.Amount;
import app.vouch.program.RewardRule.AmountType;
import app.vouch.program.RewardRule.Approval;
import app.vouch.program.RewardRule.Approver;
import app.vouch.program.RewardRule.Base;
import app.vouch.program.RewardRule.Beneficiary;
import app.vouch.program.RewardRule.Clawback;
import app.vouch.program.RewardRule.ClawbackMode;
import app.vouch.program.RewardRule.Kind;
import app.vouch.program.RewardRule.Split;
import app.vouch.program.RewardRule.Trigger;
import app.vouch.shared.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RewardAmountTest {

  @Test
  void shouldCapWhenTenPercentIsMore() {
    RewardAmount amount = percent("10", usd(48_000_00), Credit.WHOLE, usd(3_000_00));

    assertThat(amount.computed()).isEqualTo(usd(4_800_00));
    assertThat(amount.amount()).isEqualTo(usd(3_000_00));
    assertThat(amount.capApplied()).isTrue();
  }

  @Test
  void shouldNotCapWhenTheAmountIsTheCap() {
    RewardAmount amount = percent("10", usd(30_000_00), Credit.WHOLE, usd(3_000_00));

    assertThat(amount.amount()).isEqualTo(usd(3_000_00));
    assertThat(amount.capApplied()).isFalse();
  }

  @Test
  void shouldRoundHalfUpWhenTheResultLiesBetweenTwoCents() {
    assertThat(percent("2.5", usd(19_80), Credit.WHOLE, null).amount()).isEqualTo(usd(50));
    assertThat(percent("2.5", usd(19_79), Credit.WHOLE, null).amount()).isEqualTo(usd(49));
    assertThat(percent("0.5", usd(1_00), Credit.WHOLE, null).amount()).isEqualTo(usd(1));
    assertThat(percent("0.4999", usd(1_00), Credit.WHOLE, null).amount()).isEqualTo(usd(0));
  }

  @Test
  void shouldRoundOnceWhenACreditIsAThird() {
    Credit third = credit(1, 3);

    assertThat(percent("10", usd(100_00), third, null).amount()).isEqualTo(usd(3_33));
    assertThat(percent("10", usd(100_05), third, null).amount()).isEqualTo(usd(3_34));
  }

  @Test
  void shouldTakeTheWholeWhenTheRuleSplitsNothing() {
    RewardRule whole =
        rule(
            new Amount(AmountType.PERCENT, new BigDecimal("10"), Base.DEAL_AMOUNT, null),
            Split.NONE,
            null);

    assertThat(RewardAmount.of(whole, currency("USD"), usd(100_00), credit(1, 3)).amount())
        .isEqualTo(usd(10_00));
  }

  @Test
  void shouldShareAFixedAmountWhenTheRuleSplitsByCredit() {
    RewardRule fixed =
        rule(new Amount(AmountType.FIXED, null, null, usd(100_00)), Split.BY_CREDIT, null);

    assertThat(RewardAmount.of(fixed, currency("USD"), null, credit(2, 3)).amount())
        .isEqualTo(usd(66_67));
    assertThat(RewardAmount.of(fixed, currency("USD"), null, Credit.WHOLE).amount())
        .isEqualTo(usd(100_00));
  }

  @Test
  void shouldRoundToTheCurrencysDigitsWhenThereAreNoneOrThree() {
    assertThat(
            RewardAmount.of(
                    percentRule("10", null),
                    currency("JPY"),
                    Money.ofMinor(1_005, "JPY"),
                    Credit.WHOLE)
                .amount())
        .isEqualTo(Money.ofMinor(101, "JPY"));
    assertThat(
            RewardAmount.of(
                    percentRule("10", null),
                    currency("KWD"),
                    Money.ofMinor(1_004, "KWD"),
                    Credit.WHOLE)
                .amount())
        .isEqualTo(Money.ofMinor(100, "KWD"));
  }

  @Test
  void shouldWaitForARateWhenTheDealIsInAnotherCurrency() {
    RewardAmount amount = percent("10", Money.ofMinor(100_00, "EUR"), Credit.WHOLE, null);

    assertThat(amount.rateMissing()).isTrue();
    assertThat(amount.amount()).isNull();
    assertThat(amount.grants()).isTrue();
  }

  @Test
  void shouldGrantNothingWhenThereIsNothingToTakeAPercentageOf() {
    assertThat(percent("10", null, Credit.WHOLE, null).grants()).isFalse();
    assertThat(percent("10", usd(0), Credit.WHOLE, null).grants()).isFalse();
    assertThat(percent("10", usd(-100_00), Credit.WHOLE, null).grants()).isFalse();
    assertThat(percent("10", usd(4), Credit.WHOLE, null).grants()).isFalse();
  }

  @Test
  void shouldStayExactWhenTheAmountIsTheLargest() {
    assertThat(percent("33.333333", usd(Money.MAX_MINOR), credit(2, 7), null).amount())
        .isEqualTo(usd(95_238_094_285_714L));
  }

  @Test
  void shouldAddCreditsInLowestTermsWhenAReferralHasTwo() {
    assertThat(credit(1, 6).plus(credit(1, 3))).isEqualTo(credit(1, 2));
  }

  private static RewardAmount percent(
      String percent, @Nullable Money base, Credit credit, @Nullable Money cap) {
    return RewardAmount.of(percentRule(percent, cap), currency("USD"), base, credit);
  }

  private static RewardRule percentRule(String percent, @Nullable Money cap) {
    return rule(
        new Amount(AmountType.PERCENT, new BigDecimal(percent), Base.FIRST_YEAR_AMOUNT, null),
        Split.BY_CREDIT,
        cap);
  }

  private static RewardRule rule(Amount amount, Split split, @Nullable Money cap) {
    return new RewardRule(
        "rule",
        Trigger.WON,
        Beneficiary.REFERRER,
        split,
        Kind.MONEY,
        amount,
        cap,
        new IsoAmount("P0D"),
        new Approval(Approver.PERSON, null),
        new Clawback(new IsoAmount("P90D"), ClawbackMode.FULL),
        new IsoAmount("P365D"));
  }

  private static Credit credit(long numerator, long denominator) {
    return new Credit(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  private static Currency currency(String code) {
    return Currency.getInstance(code);
  }

  private static Money usd(long minor) {
    return Money.ofMinor(minor, "USD");
  }
}
