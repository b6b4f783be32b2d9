package app.vouch.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DeficitRoundTest {
  private final DeficitRound<String> round = new DeficitRound<>();

  private List<String> take(int times, Map<String, Integer> quanta, Map<String, Integer> costs) {
    List<String> taken = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      taken.add(
          Objects.requireNonNull(
              round.next(
                  key -> true,
                  key -> quanta.getOrDefault(key, 1),
                  key -> costs.getOrDefault(key, 1))));
    }
    return taken;
  }

  private void waiting(String... keys) {
    round.waiting(new LinkedHashSet<>(List.of(keys)));
  }

  @Test
  void shouldGoInACircleWhenAllAreAlike() {
    waiting("a", "b", "c");

    assertThat(take(7, Map.of(), Map.of())).containsExactly("a", "b", "c", "a", "b", "c", "a");
  }

  @Test
  void shouldGiveShareByQuantum() {
    waiting("a", "b");

    assertThat(take(100, Map.of("a", 3), Map.of())).filteredOn("a"::equals).hasSize(75);
  }

  @Test
  void shouldLetTheDearWaitAndServeItInTheEnd() {
    waiting("a", "b");

    List<String> taken = take(100, Map.of(), Map.of("a", 4));

    assertThat(taken).filteredOn("a"::equals).hasSize(20);
    assertThat(taken.indexOf("a")).isLessThan(5);
  }

  @Test
  void shouldTakeTheCreditOfWhoeverHasNothingWaiting() {
    waiting("a", "b");
    take(2, Map.of("a", 50), Map.of());
    waiting("b");
    waiting("a", "b");

    assertThat(take(4, Map.of(), Map.of())).filteredOn("a"::equals).hasSize(2);
  }

  @Test
  void shouldEndWhenNobodyIsAble() {
    waiting("a", "b");

    assertThat(round.next(key -> false, key -> 1, key -> 1)).isNull();
    assertThat(round.next("b"::equals, key -> 1, key -> 9)).isEqualTo("b");
  }
}
