package app.vouch.incentive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.vouch.deal.DealRate;
import app.vouch.incentive.RewardAmount.Credit;
import app.vouch.incentive.RewardAmount.Inputs;
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
import app.vouch.program.RewardRule.Step;
import app.vouch.program.RewardRule.TierBasis;
import app.vouch.program.RewardRule.Trigger;
import app.vouch.shared.Money;
import app.vouch.shared.Refusal;
import app.vouch.shared.Unit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
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
            new Amount(
                AmountType.PERCENT,
                new BigDecimal("10"),
                Base.DEAL_AMOUNT,
                null,
                null,
                List.of(),
                null),
            Split.NONE,
            null);

    assertThat(of(whole, "USD", usd(100_00), credit(1, 3)).amount()).isEqualTo(usd(10_00));
  }

  @Test
  void shouldShareAFixedAmountWhenTheRuleSplitsByCredit() {
    RewardRule fixed =
        rule(
            new Amount(AmountType.FIXED, null, null, usd(100_00), null, List.of(), null),
            Split.BY_CREDIT,
            null);

    assertThat(of(fixed, "USD", null, credit(2, 3)).amount()).isEqualTo(usd(66_67));
    assertThat(of(fixed, "USD", null, Credit.WHOLE).amount()).isEqualTo(usd(100_00));
  }

  @Test
  void shouldRoundToTheCurrencysDigitsWhenThereAreNoneOrThree() {
    assertThat(
            of(percentRule("10", null), "JPY", Money.ofMinor(1_005, "JPY"), Credit.WHOLE).amount())
        .isEqualTo(Money.ofMinor(101, "JPY"));
    assertThat(
            of(percentRule("10", null), "KWD", Money.ofMinor(1_004, "KWD"), Credit.WHOLE).amount())
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
  void shouldExchangeExactlyAndRoundOnce() {
    assertThat(exchanged(Money.ofMinor(100_05, "EUR"), "1.0837", "USD", credit(1, 3)))
        .isEqualTo(usd(3_61));
    assertThat(exchanged(Money.ofMinor(1_000_000, "JPY"), "0.0067", "USD", Credit.WHOLE))
        .isEqualTo(usd(670_00));
    assertThat(exchanged(usd(100_00), "149.255", "JPY", Credit.WHOLE))
        .isEqualTo(Money.ofMinor(1_493, "JPY"));
    assertThat(exchanged(usd(100_00), "0.3075", "KWD", Credit.WHOLE))
        .isEqualTo(Money.ofMinor(3_075, "KWD"));
  }

  @Test
  void shouldWaitForARateWhenTheOneThereIsIsForAnotherCurrency() {
    Money deal = Money.ofMinor(100_00, "GBP");
    DealRate toEuro = new DealRate("1.17", currency("EUR"), "ECB");

    assertThat(
            RewardAmount.of(
                    percentRule("10", null),
                    currency("USD"),
                    new Inputs(deal, deal, toEuro, Credit.WHOLE, PeriodTerms.NONE))
                .rateMissing())
        .isTrue();
  }

  @Test
  void shouldCompareADealWithTheLeastAfterTheExchange() {
    RewardRule rule = limited(usd(1_000_00), null);

    assertThat(exchanged(rule, Money.ofMinor(800_00, "EUR"), "1.25").amount())
        .isEqualTo(usd(100_00));
    assertThat(exchanged(rule, Money.ofMinor(799_99, "EUR"), "1.25").grants()).isFalse();
  }

  @Test
  void shouldRefuseWhatIsLargerThanAnAmountMayBe() {
    assertThatThrownBy(
            () -> exchanged(limited(null, null), Money.ofMinor(Money.MAX_MINOR, "EUR"), "11"))
        .isInstanceOf(Refusal.Rule.class)
        .hasMessageContaining("larger than Vouch keeps exactly");
  }

  private static RewardAmount exchanged(RewardRule rule, Money deal, String rate) {
    return RewardAmount.of(
        rule,
        currency("USD"),
        new Inputs(
            deal,
            deal,
            new DealRate(rate, currency("USD"), "ECB"),
            Credit.WHOLE,
            PeriodTerms.NONE));
  }

  private static @Nullable Money exchanged(Money deal, String rate, String to, Credit credit) {
    return RewardAmount.of(
            percentRule("10", null),
            currency(to),
            new Inputs(
                deal, deal, new DealRate(rate, currency(to), "ECB"), credit, PeriodTerms.NONE))
        .amount();
  }

  @Test
  void shouldGrantNothingWhenThereIsNothingToTakeAPercentageOf() {
    assertThat(percent("10", null, Credit.WHOLE, null).grants()).isFalse();
    assertThat(percent("10", usd(0), Credit.WHOLE, null).grants()).isFalse();
    assertThat(percent("10", usd(-100_00), Credit.WHOLE, null).grants()).isFalse();
    assertThat(percent("10", usd(4), Credit.WHOLE, null).grants()).isFalse();
  }

  @Test
  void shouldGrantNothingWhenTheDealIsBelowTheLeast() {
    RewardRule rule = limited(usd(1_000_00), null);

    assertThat(of(rule, "USD", usd(1_000_00), Credit.WHOLE).amount()).isEqualTo(usd(100_00));
    assertThat(of(rule, "USD", usd(999_99), Credit.WHOLE).grants()).isFalse();
    assertThat(of(rule, "USD", null, Credit.WHOLE).grants()).isFalse();
    assertThat(of(rule, "USD", Money.ofMinor(999_99, "EUR"), Credit.WHOLE).rateMissing()).isTrue();
  }

  @Test
  void shouldTakeTheLowerOfBothCaps() {
    RewardRule rule = limited(null, usd(50_00));

    assertThat(left(rule, usd(20_00)).amount()).isEqualTo(usd(20_00));
    assertThat(left(rule, usd(20_00)).computed()).isEqualTo(usd(100_00));
    assertThat(left(rule, usd(80_00)).amount()).isEqualTo(usd(50_00));
    assertThat(left(rule, usd(0)).grants()).isFalse();
  }

  private static RewardAmount left(RewardRule rule, Money left) {
    return RewardAmount.of(
        rule,
        currency("USD"),
        new Inputs(
            usd(1_000_00), usd(1_000_00), null, Credit.WHOLE, new PeriodTerms(null, null, left)));
  }

  private static RewardRule limited(@Nullable Money minimumDeal, @Nullable Money cap) {
    return rule(
        new Amount(
            AmountType.PERCENT,
            new BigDecimal("10"),
            Base.DEAL_AMOUNT,
            null,
            null,
            List.of(),
            null),
        Split.BY_CREDIT,
        cap,
        minimumDeal);
  }

  @Test
  void shouldTakeTheStepThatTheCountHasReached() {
    RewardRule tiered =
        rule(
            new Amount(
                AmountType.TIERED,
                null,
                Base.DEAL_AMOUNT,
                null,
                TierBasis.COUNT,
                List.of(
                    new Step(1, new BigDecimal("5"), null),
                    new Step(3, new BigDecimal("10"), null),
                    new Step(5, null, usd(500_00))),
                new IsoAmount("P12M")),
            Split.BY_CREDIT,
            null);

    assertThat(nth(tiered, 1)).isEqualTo(usd(50_00));
    assertThat(nth(tiered, 2)).isEqualTo(usd(50_00));
    assertThat(nth(tiered, 3)).isEqualTo(usd(100_00));
    assertThat(nth(tiered, 5)).isEqualTo(usd(500_00));
    assertThat(nth(tiered, 99)).isEqualTo(usd(500_00));
  }

  private static @Nullable Money nth(RewardRule rule, int count) {
    return RewardAmount.of(
            rule,
            currency("USD"),
            new Inputs(
                usd(1_000_00),
                usd(1_000_00),
                null,
                Credit.WHOLE,
                new PeriodTerms(count, null, null)))
        .amount();
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
    return of(percentRule(percent, cap), "USD", base, credit);
  }

  private static RewardAmount of(
      RewardRule rule, String currency, @Nullable Money base, Credit credit) {
    return RewardAmount.of(
        rule, currency(currency), new Inputs(base, base, null, credit, PeriodTerms.NONE));
  }

  private static RewardRule percentRule(String percent, @Nullable Money cap) {
    return rule(
        new Amount(
            AmountType.PERCENT,
            new BigDecimal(percent),
            Base.FIRST_YEAR_AMOUNT,
            null,
            null,
            List.of(),
            null),
        Split.BY_CREDIT,
        cap);
  }

  private static RewardRule rule(Amount amount, Split split, @Nullable Money cap) {
    return rule(amount, split, cap, null);
  }

  private static RewardRule rule(
      Amount amount, Split split, @Nullable Money cap, @Nullable Money minimumDeal) {
    return new RewardRule(
        "rule",
        Trigger.WON,
        Beneficiary.REFERRER,
        Set.of(),
        split,
        Kind.MONEY,
        amount,
        null,
        cap,
        minimumDeal,
        null,
        1,
        new IsoAmount("P0D"),
        new Approval(Approver.PERSON, null),
        new Clawback(new IsoAmount("P90D"), ClawbackMode.FULL),
        new IsoAmount("P365D"));
  }

  private static Credit credit(long numerator, long denominator) {
    return new Credit(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  private static Unit currency(String code) {
    return Unit.of(code);
  }

  private static Money usd(long minor) {
    return Money.ofMinor(minor, "USD");
  }
}
