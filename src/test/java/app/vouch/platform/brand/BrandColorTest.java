package app.vouch.platform.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contrasts as published tools give them. */
class BrandColorTest {

  @ParameterizedTest
  @CsvSource({
    "#000000, 21.00",
    "#ffffff, 1.00",
    "#ff0000, 4.00",
    "#0000ff, 8.59",
    "#767676, 4.54",
    "#777777, 4.48",
  })
  void shouldComputeTheContrastAgainstWhite(String color, double contrast) {
    assertThat(new BrandColor(color).contrastOnWhite()).isCloseTo(contrast, within(0.006));
  }

  @Test
  void shouldTakeTheLightestGreyThatCanBeRead() {
    assertThat(new BrandColor("#767676").isReadableOnWhite()).isTrue();
    assertThat(new BrandColor("#777777").isReadableOnWhite()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "https://Logo.example/a/b.svg?c#d, https://logo.example",
    "https://logo.example:8443, https://logo.example:8443",
    "https://logo.example?x, https://logo.example",
  })
  void shouldNameTheOriginOfAUrl(String url, String origin) {
    assertThat(url).matches(HttpsUrl.PATTERN);
    assertThat(HttpsUrl.origin(url)).isEqualTo(origin);
  }

  @ParameterizedTest
  @CsvSource({
    "http://logo.example/a.svg",
    "https://user@logo.example/a.svg",
    "https://logo.example; script-src *",
    "https://logo.example/a;b",
    "https://logo.example/\"onload=x",
    "https://",
    "//logo.example/a.svg",
    "javascript:alert(1)",
  })
  void shouldTakeNoUrlThatCouldSaySomethingElse(String url) {
    assertThat(url).doesNotMatch(HttpsUrl.PATTERN);
  }
}
