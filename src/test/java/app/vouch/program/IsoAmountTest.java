package app.vouch.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoAmountTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @ParameterizedTest
  @CsvSource({
    // 31 December + 2 months = the last day of February (reference/vectors.md, business time)
    "P2M,    2026-12-31T10:00:00Z, 2027-02-28T10:00:00Z",
    "P2M,    2027-12-31T10:00:00Z, 2028-02-29T10:00:00Z",
    "P1Y,    2028-02-29T10:00:00Z, 2029-02-28T10:00:00Z",
    "P2W,    2026-11-22T10:00:00Z, 2026-12-06T10:00:00Z",
    "P1DT2H, 2026-11-22T10:00:00Z, 2026-11-23T12:00:00Z",
    "PT90M,  2026-11-22T10:00:00Z, 2026-11-22T11:30:00Z",
    "P0D,    2026-11-22T10:00:00Z, 2026-11-22T10:00:00Z"
  })
  void shouldAddCalendarThenClock(String amount, Instant start, Instant expected) {
    assertThat(new IsoAmount(amount).addTo(start, ZoneOffset.UTC)).isEqualTo(expected);
  }

  @Test
  void shouldKeepTheTimeOfDayWhenTheClocksChange() {
    Instant beforeSummer = Instant.parse("2026-03-28T09:00:00Z");

    assertThat(new IsoAmount("P1D").addTo(beforeSummer, LONDON)).isEqualTo("2026-03-29T08:00:00Z");
    assertThat(new IsoAmount("PT24H").addTo(beforeSummer, LONDON))
        .isEqualTo("2026-03-29T09:00:00Z");
  }

  @Test
  void shouldMoveOnWhenTheTimeIsInASpringGapAndTakeTheEarlierOffsetInAnOverlap() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");

    // 02:30 does not exist on 2026-03-29: it becomes 03:30 summer time
    assertThat(new IsoAmount("P1D").addTo(Instant.parse("2026-03-28T01:30:00Z"), berlin))
        .isEqualTo("2026-03-29T01:30:00Z");
    // 02:30 comes twice on 2026-10-25: the first is summer time, also from a start in winter
    assertThat(new IsoAmount("P9M").addTo(Instant.parse("2026-01-25T01:30:00Z"), berlin))
        .isEqualTo("2026-10-25T00:30:00Z");
  }

  @Test
  void shouldFindTheStartWhenAnAmountEndsSomewhere() {
    assertThat(
            new IsoAmount("P365DT1H").subtractFrom(Instant.parse("2026-11-22T10:00:00Z"), LONDON))
        .isEqualTo("2025-11-22T09:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "P", "PT", "P1DT", "30D", "P-1D", "-P1D", "P1.5D", "P1H", "PT1D", "p1d", "P1D ",
        "P12345D", "PT0.5S", "P1M1Y"
      })
  void shouldRefuseWhenItIsNoAmount(String text) {
    assertThat(IsoAmount.parse(text)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new IsoAmount(text));
  }

  @Test
  void shouldKeepTheTextAndKnowNothing() {
    assertThat(new IsoAmount("P2W")).hasToString("P2W");
    assertThat(new IsoAmount("P0DT0H").isZero()).isTrue();
    assertThat(new IsoAmount("PT1S").isZero()).isFalse();
  }
}
