package app.vouch.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.vouch.shared.FieldError;
import app.vouch.shared.Refusal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a version would promise and nobody would keep. */
class UnsupportedSettingsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ALL =
      """
      {"rewards":[
        {"id":"b","trigger":"INTRODUCED","amount":{"type":"PERCENT","percent":"10"}},
        {"id":"c","trigger":"MEETING","amount":{"type":"PERCENT","percent":"10"}},
        {"id":"d","trigger":"MEETING","amount":{"type":"TIERED","steps":[{"from":1,"percent":"10"}]}}],
       "tiers":[1,3]}""";

  @Test
  void shouldRefuseEachWhenADraftNamesIt() {
    assertThat(faults(ALL))
        .allSatisfy(
            fault -> {
              assertThat(fault.code()).isEqualTo("not-supported");
              assertThat(fault.message()).contains("not supported by this version yet");
            })
        .extracting(FieldError::pointer)
        .containsExactly(
            "/rewards/0/amount/type", "/rewards/1/amount/type", "/rewards/2/amount/type");
  }

  @Test
  void shouldStillReadAVersionThatWasPublishedWithThem() throws Exception {
    assertThat(SettingsReader.read(document(ALL), "partners").tiers()).containsExactly(1, 3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"gates\":{},\"tiers\":[]}",
        """
        {"gates":{"payeeLimit":{"amount":"1000.00","currency":"USD","per":"P12M","document":"X"},
          "blockedSectors":["health"],"blockedCountries":["IR"],"publicOfficials":"DENY",
          "taxForm":{"above":"600.00","currency":"USD"},"sameOrganization":true,"circular":true}}""",
        """
        {"rewards":[{"id":"a","trigger":"WON","kind":"MONEY","amount":{"type":"PERCENT","percent":"10"},"clawback":{"mode":"PRO_RATA"}}],
         "gates":{"payeeLimit":null,"blockedSectors":[]}}""",
        """
        {"rewards":[{"id":"a","trigger":"INTRODUCED","amount":{"type":"FIXED","value":{"amount":"5.00","currency":"USD"}}}]}"""
      })
  void shouldAcceptWhatIsKept(String settings) {
    assertThat(faults(settings)).isEmpty();
  }

  private static List<FieldError> faults(String json) {
    Refusal.Invalid refusal =
        catchThrowableOfType(
            Refusal.Invalid.class, () -> SettingsReader.accept(document(json), "partners"));
    return refusal == null ? List.of() : refusal.errors();
  }

  private static SettingsDocument document(String json) throws JsonProcessingException {
    return JSON.readValue(json, SettingsDocument.class);
  }
}
