package app.vouch.deal;

import static app.vouch.deal.DealMove.LOSE;
import static app.vouch.deal.DealMove.REOPEN;
import static app.vouch.deal.DealMove.WIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DealMoveTest {

  @ParameterizedTest
  @CsvSource({
    "OPEN, OPEN, ''",
    "OPEN, WON, WIN",
    "OPEN, LOST, LOSE",
    "WON, OPEN, REOPEN",
    "WON, WON, ''",
    "WON, LOST, REOPEN LOSE",
    "LOST, OPEN, REOPEN",
    "LOST, WON, REOPEN WIN",
    "LOST, LOST, ''"
  })
  void shouldNameTheStepsBetweenTwoStates(DealStatus before, DealStatus after, String steps) {
    List<DealMove> expected =
        Arrays.stream(steps.split(" ", -1))
            .filter(s -> !s.isEmpty())
            .map(DealMove::valueOf)
            .toList();

    assertThat(DealMove.between(before, after)).isEqualTo(expected);
  }

  @Test
  void shouldUseEveryStep() {
    assertThat(DealMove.values()).containsExactly(WIN, LOSE, REOPEN);
  }
}
