package app.vouch.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SampleTest {

  @Test
  void shouldTakeTheNearestRankWhenAskedForAPercentile() {
    long[] hundred = LongStream.rangeClosed(1, 100).toArray();

    assertThat(Sample.percentile(hundred, 50)).isEqualTo(50);
    assertThat(Sample.percentile(hundred, 99)).isEqualTo(99);
    assertThat(Sample.percentile(new long[] {1, 2, 3}, 50)).isEqualTo(2);
    assertThat(Sample.percentile(new long[] {1, 2, 3}, 99)).isEqualTo(3);
    assertThat(Sample.percentile(new long[] {7}, 50)).isEqualTo(7);
  }

  @Test
  void shouldCountPerSecondAndInMillisecondsWhenCallsWereTimed() {
    Sample sample =
        Sample.of(new long[] {3_000_000, 1_000_000, 2_000_000, 9_000_000}, Duration.ofSeconds(2));

    assertThat(sample).isEqualTo(new Sample(2.0, 2.0, 9.0));
  }

  @Test
  void shouldTakeTheMiddleOfEachFigureWhenThereAreSeveralSamples() {
    assertThat(
            Sample.median(
                List.of(new Sample(30, 1, 9), new Sample(10, 3, 7), new Sample(20, 2, 8))))
        .isEqualTo(new Sample(20, 2, 8));
    assertThat(Sample.median(List.of(1, 2, 3, 10), n -> n)).isEqualTo(2.5);
  }

  @Test
  void shouldRefuseWhenNothingWasMeasured() {
    assertThatThrownBy(() -> Sample.of(new long[0], Duration.ofSeconds(1)))
        .hasMessageContaining("no call ended");
  }
}
