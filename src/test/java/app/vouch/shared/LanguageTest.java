package app.vouch.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de|DE",
        "de-CH, en;q=0.5|DE",
        "FR-ca|FR",
        "en;q=0.1, fr;q=0.9|FR",
        "ja, pt-BR;q=0.9, de;q=0.1|DE",
        "de;q=0, en|EN",
      })
  void shouldTakeTheFirstOfOursThatIsWanted(String header, Language wanted) {
    assertThat(Language.accepted(header)).contains(wanted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "*", "ja", "de;q=0", "de;q=zero", ";;;", "-"})
  void shouldTakeNoneWhenNoneOfOursIsWanted(String header) {
    assertThat(Language.accepted(header)).isEmpty();
  }

  @Test
  void shouldTakeNoneFromAHeaderThatNoBrowserSends() {
    assertThat(Language.accepted("x,".repeat(10_000) + "de")).isEmpty();
    assertThat(Language.accepted(null)).isEmpty();
  }
}
