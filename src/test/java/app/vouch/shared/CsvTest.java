package app.vouch.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  @Test
  void shouldQuoteWhatWouldEndAField() {
    assertThat(Csv.line(List.of("plain", "a,b", "say \"hi\"", "two\r\nlines", "")))
        .isEqualTo("plain,\"a,b\",\"say \"\"hi\"\"\",\"two\r\nlines\",\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+1 555", "-cmd", "@SUM(A1)", "  =1", "\t=1", "\uFF1D1", "-1.5e3", "--1"})
  void shouldDisarmWhatASpreadsheetWouldRun(String formula) {
    assertThat(Csv.line(List.of(formula))).startsWith("'" + formula);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-12.50", "0", "1000.00", "a=b", "rwd_1:APPROVE:2"})
  void shouldLeaveNumbersAndPlainTextsAlone(String text) {
    assertThat(Csv.line(List.of(text))).isEqualTo(text + "\r\n");
  }
}
