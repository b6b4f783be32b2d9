package app.vouch.attribution;

import static app.vouch.attribution.TouchpointVerdict.AFTER_CLOSE;
import static app.vouch.attribution.TouchpointVerdict.BEFORE_LOOK_BACK;
import static app.vouch.attribution.TouchpointVerdict.CREDITED;
import static app.vouch.attribution.TouchpointVerdict.REFERRAL_NOT_LIVE;
import static app.vouch.attribution.TouchpointVerdict.SOURCE_NOT_COUNTED;
import static app.vouch.attribution.TouchpointVerdict.WITHOUT_SHARE;
import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.attribution.AttributionInputs.Candidate;
import app.vouch.attribution.AttributionInputs.Policy;
import app.vouch.attribution.AttributionInputs.Touch;
import app.vouch.attribution.AttributionResult.Credited;
import app.vouch.attribution.AttributionResult.Judged;
import app.vouch.program.AttributionModel;
import app.vouch.program.EvidenceSource;
import app.vouch.shared.Money;
import app.vouch.shared.MoneyView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttributionResultTest {
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2026-12-01T00:00:00Z");
  private static final int CASES = 10_000;

  @Test
  void shouldGiveAllToTheFirstTouchInTime() {
    AttributionResult result =
        result(
            AttributionModel.FIRST_TOUCH,
            "100.00",
            touch("b", "kim", EvidenceSource.MANUAL, "2026-03-02T00:00:00Z"),
            touch("a", "lee", EvidenceSource.CAPTURE, "2026-03-01T00:00:00Z"));

    assertThat(verdicts(result)).containsExactly(CREDITED, WITHOUT_SHARE);
    assertThat(summary(result)).containsExactly("lee 1 100.00 USD");
  }

  @Test
  void shouldGiveAllToTheLastTouchInTime() {
    AttributionResult result =
        result(
            AttributionModel.LAST_TOUCH,
            "100.00",
            touch("a", "lee", EvidenceSource.CAPTURE, "2026-03-01T00:00:00Z"),
            touch("b", "kim", EvidenceSource.MANUAL, "2026-03-02T00:00:00Z"));

    assertThat(summary(result)).containsExactly("kim 1 100.00 USD");
  }

  @Test
  void shouldOrderBySourceAndThenByIdWhenTimesAreEqual() {
    String at = "2026-03-01T00:00:00Z";

    AttributionResult result =
        result(
            AttributionModel.LINEAR,
            "8.00",
            touch("a", "kim", EvidenceSource.MANUAL, at),
            touch("d", "lee", EvidenceSource.CAPTURE, at),
            touch("c", "pat", EvidenceSource.CAPTURE, at),
            touch("b", "lee", EvidenceSource.INTRODUCTION, at));

    assertThat(result.touches().stream().map(j -> j.touch().id()))
        .containsExactly("c", "d", "b", "a");
  }

  @Test
  void shouldDealTheCentsWithoutLosingOneWhenTheSharesAreUneven() {
    AttributionResult result =
        result(
            AttributionModel.LINEAR,
            "8.00",
            touch("a", "kim", EvidenceSource.CAPTURE, "2026-03-01T00:00:00Z"),
            touch("b", "lee", EvidenceSource.CAPTURE, "2026-03-02T00:00:00Z"),
            touch("c", "pat", EvidenceSource.CAPTURE, "2026-03-03T00:00:00Z"));

    assertThat(summary(result))
        .containsExactly("kim 1/3 2.67 USD", "lee 1/3 2.67 USD", "pat 1/3 2.66 USD");
  }

  @Test
  void shouldAddUpTheSharesOfOneReferral() {
    AttributionResult result =
        result(
            AttributionModel.LINEAR,
            "100.00",
            touch("a", "kim", EvidenceSource.CAPTURE, "2026-03-01T00:00:00Z"),
            touch("b", "lee", EvidenceSource.CAPTURE, "2026-03-02T00:00:00Z"),
            touch("c", "kim", EvidenceSource.INTRODUCTION, "2026-03-03T00:00:00Z"));

    assertThat(summary(result)).containsExactly("kim 2/3 66.67 USD", "lee 1/3 33.33 USD");
  }

  @Test
  void shouldSayWhyATouchpointIsLeftOut() {
    AttributionResult result =
        result(
            AttributionModel.LINEAR,
            "1.00",
            touch("a", "kim", EvidenceSource.CAPTURE, "2025-12-31T23:59:59.999999Z"),
            touch("b", "kim", EvidenceSource.CAPTURE, "2026-01-01T00:00:00Z"),
            touch("c", "kim", EvidenceSource.LINK, "2026-02-01T00:00:00Z"),
            touch("d", "gone", EvidenceSource.CAPTURE, "2026-03-01T00:00:00Z"),
            touch("e", "kim", EvidenceSource.CAPTURE, "2026-12-01T00:00:00Z"));

    assertThat(verdicts(result))
        .containsExactly(
            BEFORE_LOOK_BACK, CREDITED, SOURCE_NOT_COUNTED, REFERRAL_NOT_LIVE, AFTER_CLOSE);
    assertThat(summary(result)).containsExactly("kim 1 1.00 USD");
  }

  @Test
  void shouldCreditZeroInTheProgramsCurrencyWhenTheDealHasNoAmount() {
    AttributionResult result =
        result(
            AttributionModel.FIRST_TOUCH,
            null,
            touch("a", "kim", EvidenceSource.CAPTURE, "2026-03-01T00:00:00Z"));

    assertThat(summary(result)).containsExactly("kim 1 0.00 USD");
  }

  @ParameterizedTest
  @EnumSource(AttributionModel.class)
  void shouldCreditNobodyWhenNoTouchpointCounts(AttributionModel model) {
    assertThat(result(model, "1.00").credits()).isEmpty();
  }

  @Test
  void shouldCreditNobodyWhenTheDealIsOpenAgain() {
    assertThat(AttributionResult.of(AttributionInputs.reopened("dea_1")).credits()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(AttributionModel.class)
  void shouldSumToTheAmountWhateverTheTouchpoints(AttributionModel model) {
    for (int seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      Money amount = Money.ofMinor(random.nextLong(Money.MAX_MINOR), "USD");
      Touch[] touches = new Touch[1 + random.nextInt(9)];
      for (int i = 0; i < touches.length; i++) {
        touches[i] =
            new Touch(
                "t" + i,
                List.of("kim", "lee", "pat").get(random.nextInt(3)),
                random.nextBoolean() ? EvidenceSource.CAPTURE : EvidenceSource.MANUAL,
                FROM.plusSeconds(random.nextInt(100)));
      }

      AttributionResult result = result(model, amount.decimal(), touches);

      assertThat(result.credits().stream().map(Credited::amount).reduce(Money::plus))
          .as("seed %d", seed)
          .hasValue(amount);
      assertThat(result.credits().stream().map(Credited::share).reduce(Share::plus))
          .as("seed %d", seed)
          .hasValue(Share.WHOLE);
    }
  }

  private static AttributionResult result(
      AttributionModel model, @Nullable String amount, Touch... touches) {
    List<Candidate> referrals = new ArrayList<>();
    for (String id : List.of("kim", "lee", "pat", "gone")) {
      referrals.add(new Candidate(id, "rfr_" + id, "per_" + id, "pgv_1", FROM, !id.equals("gone")));
    }
    MoneyView money = amount == null ? null : new MoneyView(amount, "USD");
    return AttributionResult.of(
        new AttributionInputs(
            AttributionInputs.FORMAT,
            "dea_1",
            true,
            money,
            money,
            new Policy(
                "pgv_1",
                "kim",
                model,
                ModelRules.VERSION,
                "USD",
                "P11M",
                FROM,
                UNTIL,
                List.of(
                    EvidenceSource.CAPTURE, EvidenceSource.INTRODUCTION, EvidenceSource.MANUAL)),
            referrals,
            List.of(touches)));
  }

  private static Touch touch(String id, String referral, EvidenceSource source, String at) {
    return new Touch(id, referral, source, Instant.parse(at));
  }

  private static List<TouchpointVerdict> verdicts(AttributionResult result) {
    return result.touches().stream().map(Judged::verdict).toList();
  }

  private static List<String> summary(AttributionResult result) {
    return result.credits().stream()
        .map(c -> "%s %s %s".formatted(c.referral().id(), c.share(), c.amount()))
        .toList();
  }
}
