package app.vouch.contract;

import static app.vouch.contract.Given.input;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

abstract class BrandingScenarios extends ContractSuite {

  @Scenario
  void shouldShowTheDefaultsThenWhatWasChosenThenTheDefaultsAgain(Api api) {
    Map<String, Object> before = api.read("branding", Map.of()).ok();

    Map<String, Object> changed =
        api.write(
                "updateBranding",
                input(
                    "version", 1,
                    "name", "Acme Partners",
                    "color", "#0A5C36",
                    "logoUrl", "https://logo.example/acme.svg",
                    "defaultLanguage", "DE",
                    "privacyNoticeUrl", "https://acme.example/privacy"))
            .ok();

    assertThat(before)
        .containsEntry("color", "#2f5fb3")
        .containsEntry("defaultLanguage", "EN")
        .containsEntry("logoUrl", null)
        .containsEntry("version", 1);
    assertThat(changed)
        .containsEntry("id", before.get("id"))
        .containsEntry("name", "Acme Partners")
        .containsEntry("color", "#0a5c36")
        .containsEntry("logoUrl", "https://logo.example/acme.svg")
        .containsEntry("defaultLanguage", "DE")
        .containsEntry("privacyNoticeUrl", "https://acme.example/privacy")
        .containsEntry("version", 2);
    assertThat(api.write("updateBranding", input("version", 2, "name", null, "logoUrl", null)).ok())
        .containsEntry("name", before.get("name"))
        .containsEntry("logoUrl", null)
        .containsEntry("color", "#0a5c36")
        .containsEntry("version", 3);
  }

  @Scenario
  void shouldRefuseAColourThatIsTooPaleAndNameTheRatio(Api api) {
    Outcome.Refused no = api.call("updateBranding", Map.of("version", 1, "color", "#ffcc00")).no();

    assertThat(no.code()).isEqualTo("contrast-too-low");
    assertThat(no.message()).contains("1.51:1").contains("4.5:1");
    assertThat(api.read("branding", Map.of()).text("version")).isEqualTo("1");
  }

  @Scenario
  void shouldRefuseWhatIsNoColourOrNoHttps(Api api) {
    assertThat(
            api.call(
                    "updateBranding",
                    Map.of("version", 1, "color", "red", "logoUrl", "http://logo.example/a.svg"))
                .no()
                .fields())
        .containsExactly("color", "logoUrl");
  }

  @Scenario
  void shouldRefuseALostUpdate(Api api) {
    api.write("updateBranding", Map.of("version", 1, "name", "First")).ok();

    assertThat(api.call("updateBranding", Map.of("version", 1, "name", "Late")).code())
        .isEqualTo("version-mismatch");
  }
}
