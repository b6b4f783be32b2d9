package app.vouch.incentive.payee;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatinTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Kim Park|Kim Park",
        "Jürgen Groß|Jurgen Gross",
        "Łukasz Żółć|Lukasz Zolc",
        "Søren Ærø & Co_1|Soren AEro + Co-1",
        "Þóra Ðögg|Thora Dogg",
        "O’Neill “Ltd”|O'Neill .Ltd.",
        "ﬁnance　ｋｋ|finance kk",
        "a<b>;c|a.b..c",
      })
  void shouldWriteWhatBanksTake(String text, String latin) {
    assertThat(LatinText.of(text, 70)).isEqualTo(latin);
  }

  @Test
  void shouldCutWhatIsTooLong() {
    assertThat(LatinText.of("ß".repeat(100), 70)).isEqualTo("s".repeat(70));
    assertThat(LatinText.of("ab cd", 3)).isEqualTo("ab");
  }

  @Test
  void shouldKnowWhatHasNoLatinLetter() {
    assertThat(LatinText.hasLetter("Анна Ли")).isFalse();
    assertThat(LatinText.hasLetter("李安")).isFalse();
    assertThat(LatinText.hasLetter("Ångström")).isTrue();
  }
}
