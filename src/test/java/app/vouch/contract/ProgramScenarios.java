package app.vouch.contract;

import static app.vouch.contract.Given.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

abstract class ProgramScenarios extends ContractSuite {
  private static final String NOBODYS = "pgv_00000000000000000000000000";

  private static String made(Api api) {
    return api.write("createProgram", Map.of("name", "Partners")).text("id");
  }

  private static String draft(Api api, String program) {
    return api.write("createProgramVersion", Map.of("programId", program)).text("id");
  }

  @Scenario
  void shouldSayHowTwoVersionsDiffer(Api api) {
    Given given = Given.program(api, Map.of("rewards", List.of(Given.REWARD)));
    String before =
        String.valueOf(
            api.read("programVersions", Map.of("programId", given.program()))
                .list("id")
                .getFirst());
    Map<String, Object> raised = new HashMap<>(Given.REWARD);
    raised.put("cap", Given.usd("5000.00"));
    String after = Given.publish(api, given.program(), Map.of("rewards", List.of(raised)));

    Outcome diff = api.read("programVersionDiff", Map.of("id", after, "against", before));

    assertThat(diff.text("changes.0.pointer")).isEqualTo("/effectiveFrom");
    assertThat(diff.text("changes.1.kind")).isEqualTo("CHANGED");
    assertThat(diff.text("changes.1.pointer")).isEqualTo("/rewards/0/cap/amount");
    assertThat(diff.text("changes.1.of")).isEqualTo("won-10");
    assertThat(diff.text("changes.1.before")).isEqualTo("\"3000.00\"");
    assertThat(diff.text("changes.1.after")).isEqualTo("\"5000.00\"");
    String another = Given.publish(api, Given.program(api).program(), Map.of());
    assertThat(api.call("programVersionDiff", Map.of("id", after, "against", another)).code())
        .isEqualTo("not-found");
  }

  @Scenario
  void shouldMakeRenameAndArchiveIt(Api api) {
    Map<String, Object> made =
        api.write("createProgram", Map.of("name", "Partners", "family", "partners")).ok();
    assertThat(made).containsEntry("defaultProgram", true).containsEntry("family", "partners");
    String id = String.valueOf(made.get("id"));

    assertThat(api.write("updateProgram", Map.of("id", id, "version", 1, "name", "Friends")).ok())
        .containsEntry("name", "Friends")
        .containsEntry("version", 2);
    assertThat(api.call("updateProgram", Map.of("id", id, "version", 1, "name", "Late")).code())
        .isEqualTo("version-mismatch");
    Map<String, Object> archive = Map.of("id", id, "action", "ARCHIVE");
    assertThat(api.write("transitionProgram", archive).text("state")).isEqualTo("ARCHIVED");
    assertThat(api.write("transitionProgram", archive).text("version")).isEqualTo("3");
    assertThat(api.read("program", Map.of("id", id)).text("state")).isEqualTo("ARCHIVED");
    assertThat(api.read("programs", Map.of()).list("id")).containsExactly(id);
    assertThat(
            api.call("updateProgram", Map.of("id", id, "version", 3, "defaultProgram", true))
                .code())
        .isEqualTo("program-not-open");
  }

  @Scenario
  void shouldShowTheDefaultsOfSettingsThatAreLeftOut(Api api) {
    String program = made(api);

    Outcome draft =
        api.write(
            "createProgramVersion", Map.of("programId", program, "rewards", List.of(Given.REWARD)));

    assertThat(draft.text("state")).isEqualTo("DRAFT");
    assertThat(draft.text("number")).isEqualTo("1");
    assertThat(draft.text("rewards.0.cap.amount")).isEqualTo("3000.00");
    assertThat(draft.text("rewards.0.expires")).isEqualTo("P365D");
    assertThat(draft.text("sla.firstContact.amount")).isEqualTo("24");
    assertThat(draft.text("introductions.prospect.reminders.1")).isEqualTo("P9D");
    assertThat(api.read("programVersion", Map.of("id", draft.text("id"))).ok())
        .isEqualTo(draft.ok());
    assertThat(api.read("programVersions", Map.of("programId", program)).list("id"))
        .containsExactly(draft.text("id"));
  }

  @Scenario
  void shouldChangeADraftAndGiveDefaultsBack(Api api) {
    String id = draft(api, made(api));

    Outcome changed =
        api.write(
            "updateProgramVersion",
            input(
                "id",
                id,
                "version",
                1,
                "currency",
                "EUR",
                "timeZone",
                "Europe/London",
                "effectiveFrom",
                "2030-01-01T00:00:00Z",
                "capture",
                Map.of("review", "ALL"),
                "family",
                "resellers"));
    assertThat(changed.text("currency")).isEqualTo("EUR");
    assertThat(changed.text("capture.review")).isEqualTo("ALL");
    assertThat(changed.text("capture.expireAfter")).isEqualTo("P180D");

    Outcome back =
        api.write(
            "updateProgramVersion",
            input(
                "id", id, "version", 2, "effectiveFrom", null, "currency", null, "capture", null));
    assertThat(back.text("currency")).isEqualTo("USD");
    assertThat(back.text("capture.review")).isEqualTo("NONE");
    assertThat(back.text("effectiveFrom")).isEqualTo("null");
    assertThat(back.text("timeZone")).isEqualTo("Europe/London");
    assertThat(back.text("family")).isEqualTo("resellers");
  }

  @Scenario
  void shouldNameEveryFaultOfTheSettings(Api api) {
    Outcome refused =
        api.call(
            "createProgramVersion",
            Map.of(
                "programId",
                made(api),
                "currency",
                "EUR",
                "timeZone",
                "Nowhere",
                "tiers",
                List.of(3, 1),
                "rewards",
                List.of(
                    Map.of(
                        "id",
                        "a",
                        "trigger",
                        "WON",
                        "amount",
                        Map.of("type", "PERCENT", "percent", "200"),
                        "cap",
                        Given.usd("1.00")))));

    assertThat(refused.code()).isEqualTo("invalid-request");
    assertThat(refused.no().fields())
        .contains("timeZone", "rewards/0/amount/percent", "rewards/0/cap/currency", "tiers");
  }

  @Scenario
  void shouldNeverChangeWhatIsPublished(Api api) {
    String id = draft(api, made(api));

    Outcome preview = api.call("publishProgramVersion", Map.of("id", id, "dryRun", true));
    assertThat(preview.text("state")).isEqualTo("PUBLISHED");
    assertThat(preview.previewedEvents()).containsExactly("program.published");
    assertThat(api.call("programVersion", Map.of("id", id)).text("state")).isEqualTo("DRAFT");

    assertThat(api.write("publishProgramVersion", Map.of("id", id)).text("state"))
        .isEqualTo("PUBLISHED");
    assertThat(
            api.call("updateProgramVersion", Map.of("id", id, "version", 2, "family", "late"))
                .code())
        .isEqualTo("version-immutable");
    assertThat(api.call("transitionProgramVersion", Map.of("id", id, "action", "DISCARD")).code())
        .isEqualTo("transition-not-allowed");
    assertThat(api.read("programVersion", Map.of("id", id)).text("family")).isNotEqualTo("late");
  }

  @Scenario
  void shouldRefuseToPublishForAProgramThatIsArchived(Api api) {
    String program = made(api);
    String id = draft(api, program);
    api.write("transitionProgram", Map.of("id", program, "action", "ARCHIVE")).ok();

    assertThat(api.call("publishProgramVersion", Map.of("id", id)).code())
        .isEqualTo("version-not-publishable");
    assertThat(
            api.write("transitionProgramVersion", Map.of("id", id, "action", "DISCARD"))
                .text("state"))
        .isEqualTo("DISCARDED");
  }

  @Scenario
  void shouldNeedTheScopeToPublish(Api api) {
    String id = draft(api, made(api));
    Api writer = api.withScopes("programs:write");

    assertThat(writer.call("publishProgramVersion", Map.of("id", id)).code())
        .isEqualTo("missing-scope");
    Outcome refused =
        writer.call("transitionProgramVersion", Map.of("id", id, "action", "PUBLISH"));
    assertThat(refused.code()).isEqualTo("missing-scope");
    assertThat(refused.no().message()).contains("programs:publish");
  }

  @Scenario
  void shouldTellWhomToThinkOf(Api api) {
    Map<String, Object> english =
        Map.of(
            "language", "EN",
            "idealProspect", "Heads of finance whose month end takes more than five days.",
            "signals", List.of("They hire accountants", "They complain of late reports"),
            "questions", List.of("How long does your month end take?"),
            "notFor", List.of("Companies with fewer than fifty people"),
            "whatToSay", "I know somebody who closes in two days.",
            "benefit", "10 % of the first year, at most 3,000.00 USD",
            "contact", "Mia, mia@vouch.example");
    Map<String, Object> german = Map.of("language", "DE", "idealProspect", "Finanzleitungen");
    String program = made(api);
    Given.publish(api, program, Map.of("briefs", List.of(german, english)));

    Outcome usual = api.read("programBrief", Map.of("programId", program));
    Outcome wanted = api.read("programBrief", Map.of("programId", program, "language", "DE"));
    Outcome other = api.read("programBrief", Map.of("programId", program, "language", "FR"));

    assertThat(usual.text("programName")).isEqualTo("Partners");
    assertThat(usual.text("languages")).isEqualTo("[DE, EN]");
    assertThat(usual.text("brief.language")).isEqualTo("EN");
    assertThat(usual.text("brief.signals.1")).isEqualTo("They complain of late reports");
    assertThat(usual.text("brief.benefit")).startsWith("10 %");
    assertThat(wanted.text("brief.idealProspect")).isEqualTo("Finanzleitungen");
    assertThat(wanted.text("brief.questions")).isEqualTo("[]");
    assertThat(other.ok()).isEqualTo(usual.ok());
  }

  @Scenario
  void shouldSayWhereABriefIsMissingOrGivenTwice(Api api) {
    String program = made(api);
    Map<String, Object> brief = Map.of("language", "EN", "idealProspect", "Heads of finance");

    assertThat(api.call("programBrief", Map.of("programId", program)).code())
        .isEqualTo("not-found");
    Given.publish(api, program, Map.of());
    assertThat(api.call("programBrief", Map.of("programId", program)).no().message())
        .contains("has no brief in effect");
    assertThat(
            api.call(
                    "createProgramVersion",
                    Map.of("programId", program, "briefs", List.of(brief, brief)))
                .no()
                .fields())
        .containsExactly("briefs/1");
  }

  @Scenario
  void shouldTellWhatAVersionWouldHaveGranted(Api api) {
    Given given = Given.wonDeal(api);
    Map<String, Object> half = new HashMap<>(Given.REWARD);
    half.put("amount", Map.of("type", "PERCENT", "percent", "5"));
    String draft =
        api.write(
                "createProgramVersion",
                Map.of("programId", given.program(), "rewards", List.of(half)))
            .text("id");
    Map<String, Object> ever =
        Map.of("id", draft, "from", "2000-01-01T00:00:00Z", "to", "2100-01-01T00:00:00Z");

    String job = api.write("simulateProgramVersion", ever).text("id");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> api.call("job", Map.of("id", job)).text("state").equals("FINISHED"));

    Outcome items = api.read("jobItems", Map.of("id", job));
    assertThat(items.list("resourceId").getFirst()).isEqualTo(draft);
    Map<String, Object> totals = JsonText.read(String.valueOf(items.list("result").getFirst()));
    assertThat(totals).containsEntry("deals", 1).containsEntry("more", false);
    assertThat(totals.get("wouldGrant")).isEqualTo(List.of(Given.usd("2400.00")));
    assertThat(totals.get("granted")).isEqualTo(List.of(Given.usd("3000.00")));
    assertThat(api.read("rewards", Map.of()).list()).hasSize(1);
    assertThat(api.withScopes("jobs:read").read("jobItems", Map.of("id", job)).list("result"))
        .containsOnly("null");
  }

  @Scenario
  void shouldSimulateNothingThatItDoesNotHave(Api api) {
    String draft = draft(api, made(api));

    assertThat(
            api.call(
                    "simulateProgramVersion",
                    Map.of(
                        "id", draft, "from", "2026-01-01T00:00:00Z", "to", "2026-01-01T00:00:00Z"))
                .no()
                .fields())
        .containsExactly("to");
    assertThat(
            api.call(
                    "simulateProgramVersion",
                    Map.of(
                        "id",
                        NOBODYS,
                        "from",
                        "2026-01-01T00:00:00Z",
                        "to",
                        "2027-01-01T00:00:00Z"))
                .code())
        .isEqualTo("not-found");
  }
}
