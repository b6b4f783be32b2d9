package app.vouch.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.vouch.program.AttributionModel;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShareTest {

  @Test
  void shouldStandInLowestTerms() {
    assertThat(Share.of(6, 4)).hasToString("3/2").isEqualTo(Share.of(3, 2));
    assertThat(Share.of(0, 7)).isEqualTo(Share.NONE);
    assertThat(Share.parse("3/2")).isEqualTo(Share.of(3, 2));
    assertThat(Share.parse("1")).isEqualTo(Share.WHOLE);
  }

  @Test
  void shouldRefuseWhatIsNoShare() {
    assertThatThrownBy(() -> Share.of(-1, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Share.of(1, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldGiveWholeWeightsInTheSameProportion() {
    assertThat(Share.weights(List.of(Share.of(1, 2), Share.of(1, 3), Share.of(1, 6))))
        .isEqualTo(List.of(BigInteger.valueOf(3), BigInteger.TWO, BigInteger.ONE));
  }

  /** Published: direct×2, search>email×3, search>social>email×5. */
  @Test
  void shouldSumLinearSharesOverPathsExactly() {
    Map<String, Share> sums = new HashMap<>();
    add(sums, 2, "direct");
    add(sums, 3, "search", "email");
    add(sums, 5, "search", "social", "email");

    assertThat(sums)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "direct", Share.of(2, 1),
                "email", Share.of(19, 6),
                "search", Share.of(19, 6),
                "social", Share.of(5, 3)));
  }

  private static void add(Map<String, Share> sums, int times, String... path) {
    List<Share> shares = ModelRules.shares(AttributionModel.LINEAR, path.length);
    for (int time = 0; time < times; time++) {
      for (int i = 0; i < path.length; i++) {
        sums.merge(path[i], shares.get(i), Share::plus);
      }
    }
  }
}
