package app.vouch.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsDiffTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"a\":1} | {\"a\":1} | []",
        "{\"a\":null} | {} | []",
        "{\"a\":{\"b\":1}} | {\"a\":{\"b\":2}} | [CHANGED /a/b null 1 2]",
        "{} | {\"a\":{\"b\":2}} | [ADDED /a null null {\"b\":2}]",
        "{\"a\":1,\"b\":[1]} | {\"b\":[1,2]} | [CHANGED /b null [1] [1,2], REMOVED /a null 1 null]",
        "{\"rewards\":[{\"id\":\"x\",\"cap\":1},{\"id\":\"y\",\"cap\":1}]}"
            + " | {\"rewards\":[{\"id\":\"y\",\"cap\":2},{\"id\":\"x\",\"cap\":1}]}"
            + " | [CHANGED /rewards/0/cap y 1 2]",
        "{\"rewards\":[{\"id\":\"x\"},{\"id\":\"y\"}]} | {\"rewards\":[{\"id\":\"z\"},{\"id\":\"y\"}]}"
            + " | [ADDED /rewards/0 z null {\"id\":\"z\"}, REMOVED /rewards/0 x {\"id\":\"x\"} null]",
        "{\"templates\":[{\"kind\":\"A\",\"language\":\"EN\",\"text\":\"t\"}]}"
            + " | {\"templates\":[{\"kind\":\"A\",\"language\":\"EN\",\"text\":\"u\"}]}"
            + " | [CHANGED /templates/0/text A EN \"t\" \"u\"]",
      })
  void shouldNameEachDifferenceOnce(String before, String after, String changes) throws Exception {
    assertThat(
            SettingsDiff.of(JSON.readTree(before), JSON.readTree(after)).stream()
                .map(
                    c ->
                        "%s %s %s %s %s"
                            .formatted(c.kind(), c.pointer(), c.of(), c.before(), c.after()))
                .toList())
        .hasToString(changes);
  }
}
