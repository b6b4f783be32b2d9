package app.vouch.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.vouch.bench.BenchSettings.Part;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchSettingsTest {

  @Test
  void shouldMeasureEverythingInFivePairsWhenNothingIsSet() {
    BenchSettings settings = BenchSettings.from(Map.of());

    assertThat(settings.forTheDocument()).isTrue();
    assertThat(settings.rounds()).isEqualTo(5);
  }

  @Test
  void shouldNotBeForTheDocumentWhenPairsAreFew() {
    assertThat(BenchSettings.from(Map.of("BENCH_ROUNDS", "4")).forTheDocument()).isFalse();
    assertThat(BenchSettings.from(Map.of("BENCH_ROUNDS", "6")).forTheDocument()).isTrue();
  }

  @Test
  void shouldMeasureAPartWhenOnlyPartsAreNamed() {
    BenchSettings settings =
        BenchSettings.from(
            Map.of("BENCH_ONLY", "capture, start", "BENCH_ROUNDS", "2", "BENCH_SECONDS", "9"));

    assertThat(settings.parts()).containsExactly(Part.CAPTURE, Part.START);
    assertThat(settings.forTheDocument()).isFalse();
    assertThat(settings.rounds()).isEqualTo(2);
    assertThat(settings.measured()).isEqualTo(Duration.ofSeconds(9));
  }

  @Test
  void shouldSayWhatIsPossibleWhenASettingIsWrong() {
    assertThatThrownBy(() -> BenchSettings.from(Map.of("BENCH_ONLY", "writes")))
        .hasMessageContaining("capture, reads, optin, timers, start");
    assertThatThrownBy(() -> BenchSettings.from(Map.of("BENCH_ROUNDS", "0")))
        .hasMessageContaining("BENCH_ROUNDS is 0");
  }
}
