package app.vouch.contract;

import static app.vouch.TestApi.unique;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

abstract class TemplateScenarios extends ContractSuite {
  private static final String UNDISCLOSED = "{prospect}, meet {requester}: {link}";

  private static Map<String, Object> template(String kind, String language, String text) {
    return Map.of("kind", kind, "language", language, "subject", "For {prospect}", "text", text);
  }

  private static Outcome draft(Api api, Map<String, Object> template) {
    String program = api.call("createProgram", Map.of("name", unique("Partners"))).text("id");
    return api.call(
        "createProgramVersion",
        Map.of(
            "programId",
            program,
            "rewards",
            List.of(Given.REWARD),
            "templates",
            List.of(template)));
  }

  @Scenario
  void shouldShowWhatATemplateMakesOfSamples(Api api) {
    Outcome preview =
        api.read(
            "previewTemplate",
            Map.of(
                "kind", "CONNECTOR_ASK",
                "language", "DE",
                "subject", "Bitte, {connector}",
                "text", "{#if context}{context}{/if} {link}"));

    assertThat(preview.text("subject")).isEqualTo("Bitte, Kim Partner");
    assertThat(preview.text("text"))
        .startsWith("Anns Team")
        .endsWith("https://vouch.example/i/sample");
    assertThat(preview.text("variables")).isEqualTo("[connector, context, link]");
    assertThat(preview.text("available")).contains("requester").doesNotContain("disclosure");
  }

  @Scenario
  void shouldShowOurOwnWordsWhereNoneAreGiven(Api api) {
    Outcome preview = api.read("previewTemplate", Map.of("kind", "PROSPECT_INVITATION"));

    assertThat(preview.text("language")).isEqualTo("EN");
    assertThat(preview.text("subject")).isEqualTo("Would you like to meet Sam Seller?");
    assertThat(preview.text("variables")).contains("disclosure");
  }

  @Scenario
  void shouldRefuseATemplateThatIsNoneAndSayWhere(Api api) {
    Outcome.Refused preview =
        api.call(
                "previewTemplate",
                Map.of("kind", "CONNECTOR_ASK", "subject", "{secret}", "text", "{#for a in b}"))
            .no();
    Outcome.Refused drafted = draft(api, template("CONNECTOR_ASK", "EN", "Hello\n{sekret}")).no();

    assertThat(preview.code()).isEqualTo("invalid-request");
    assertThat(preview.fields()).containsExactly("subject", "text");
    assertThat(drafted.fields()).containsExactly("templates/0/text");
    assertThat(drafted.message()).contains("line 2, column 1: {sekret}");
    assertThat(draft(api, template("CONNECTOR_ASK", "EN", "no way to answer")).no().fields())
        .containsExactly("templates/0/text");
  }

  @Scenario
  void shouldNotPublishWhereTheProspectIsNotToldOfTheReward(Api api) {
    Outcome draft = draft(api, template("PROSPECT_INVITATION", "FR", UNDISCLOSED));

    Outcome.Refused no = api.call("publishProgramVersion", Map.of("id", draft.text("id"))).no();

    assertThat(draft.text("templates.0.text")).isEqualTo(UNDISCLOSED);
    assertThat(no.code()).isEqualTo("version-not-publishable");
    assertThat(no.message()).startsWith("/templates/0/text must use {disclosure}");
    assertThat(
            api.write(
                    "updateProgramVersion",
                    Map.of(
                        "id", draft.text("id"),
                        "version", 1,
                        "templates",
                            List.of(
                                template(
                                    "PROSPECT_INVITATION", "FR", UNDISCLOSED + " {disclosure}"))))
                .text("version"))
        .isEqualTo("2");
    api.call("publishProgramVersion", Map.of("id", draft.text("id"))).ok();
  }

  @Scenario
  void shouldWriteMessagesInTheProgramsWordsElseInOurs(Api api) {
    Given given =
        Given.program(
            api,
            Map.of(
                "introductions", Map.of("attestedConsent", "BOTH"),
                "rewards", List.of(Given.REWARD),
                "templates",
                    List.of(
                        template(
                            "PROSPECT_INVITATION",
                            "EN",
                            "{context}\n\n{disclosure}\n\nAnswer: {link}"))));
    String id =
        api.call(
                "requestIntroduction",
                Map.of(
                    "referralId",
                    given.captured("ann@acme.example"),
                    "requester",
                    Map.of("name", "Sam {connector} Seller"),
                    "subject",
                    "Shorter month ends",
                    "context",
                    "Ann fights with {link} and {#include x}, and Sam's team ends it early."))
            .text("id");
    given
        .mia()
        .call(
            "transitionIntroduction",
            Map.of(
                "id", id, "action", "CONNECTOR_ACCEPT", "channel", "PHONE", "evidence", "said yes"))
        .ok();
    String message = api.read("introduction", Map.of("id", id)).text("dueMessageId");

    Outcome own = api.call("renderMessage", Map.of("id", message));
    Outcome ours = api.call("renderMessage", Map.of("id", message, "language", "DE"));

    assertThat(own.text("language")).isEqualTo("EN");
    assertThat(own.text("text"))
        .startsWith("Ann fights with {link} and {#include x}, and Sam's team")
        .contains("may be rewarded by")
        .contains("Answer: " + own.text("link"))
        .endsWith(own.text("optOutUrl"));
    assertThat(ours.text("subject")).isEqualTo("Möchten Sie Sam {connector} Seller kennenlernen?");
    assertThat(ours.text("text")).contains("Prämie").contains(ours.text("link"));
  }
}
