package app.vouch.contract;

import static app.vouch.contract.Given.input;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

abstract class ReferrerScenarios extends ContractSuite {
  private static final Map<String, Object> KIM =
      Map.of("name", "Kim Park", "email", "kim@beta.example");

  private static String program(Api api) {
    return api.write("createProgram", Map.of("name", "Partners")).text("id");
  }

  @Scenario
  void shouldEnrolThenFindThem(Api api) {
    String program = program(api);

    Outcome enrolled =
        api.write(
            "enrolReferrer",
            Map.of(
                "person",
                KIM,
                "kind",
                "CUSTOMER",
                "code",
                "KIM42",
                "externalRefs",
                List.of(Map.of("system", "hubspot", "id", "42"))));

    assertThat(enrolled.text("programId")).isEqualTo(program);
    assertThat(enrolled.text("state")).isEqualTo("ENROLLED");
    String id = enrolled.text("id");
    assertThat(api.read("referrer", Map.of("id", id)).text("person.name")).isEqualTo("Kim Park");
    assertThat(api.read("referrer", Map.of("id", "ext:hubspot:default:referrer:42")).text("id"))
        .isEqualTo(id);
    for (Map<String, Object> filter :
        List.<Map<String, Object>>of(
            Map.of("code", "kim42"),
            Map.of("programId", program),
            Map.of("personId", enrolled.text("person.id")),
            Map.of("state", "ENROLLED"))) {
      assertThat(api.read("referrers", filter).list("id")).as("%s", filter).containsExactly(id);
    }
    assertThat(api.read("referrers", Map.of("state", "PAUSED")).list("id")).isEmpty();
  }

  @Scenario
  void shouldUpdateTheEnrolmentThatThereIs(Api api) {
    program(api);
    String id = api.write("enrolReferrer", Map.of("person", KIM)).text("id");

    Outcome again = api.call("enrolReferrer", Map.of("person", KIM, "kind", "PARTNER"));

    assertThat(again.text("id")).isEqualTo(id);
    assertThat(again.text("kind")).isEqualTo("PARTNER");
    assertThat(again.text("version")).isEqualTo("2");
  }

  @Scenario
  void shouldPauseResumeAndRemoveThem(Api api) {
    program(api);
    String id = api.write("enrolReferrer", Map.of("person", KIM)).text("id");

    Outcome early = api.call("transitionReferrer", Map.of("id", id, "action", "RESUME"));
    assertThat(early.code()).isEqualTo("transition-not-allowed");
    assertThat(early.no().message()).contains("PAUSE", "REMOVE");
    for (String action : List.of("PAUSE", "PAUSE", "RESUME", "REMOVE")) {
      api.write("transitionReferrer", Map.of("id", id, "action", action)).ok();
    }
    assertThat(api.call("transitionReferrer", Map.of("id", id, "action", "RESUME")).code())
        .isEqualTo("transition-not-allowed");
    assertThat(api.read("referrer", Map.of("id", id)).text("state")).isEqualTo("REMOVED");
  }

  @Scenario
  void shouldProtectThemFromBeingAskedTooOften(Api api) {
    program(api);
    String id = api.write("enrolReferrer", Map.of("person", KIM)).text("id");
    String home = api.write("upsertOrganization", Map.of("name", "Acme")).text("id");
    assertThat(api.read("referrerProtection", Map.of("id", id)).text("version")).isEqualTo("0");

    Outcome set =
        api.write(
            "updateReferrerProtection",
            input(
                "id",
                id,
                "version",
                0,
                "asksPer90Days",
                2,
                "coolDown",
                "P30D",
                "dealFloor",
                Given.usd("10000.00"),
                "noGoOrganizations",
                List.of(home),
                "pausedUntil",
                "2030-01-01T00:00:00Z",
                "preferredChannel",
                "CHAT"));

    assertThat(set.text("version")).isEqualTo("1");
    assertThat(set.text("noGoOrganizations")).contains(home);
    assertThat(api.read("referrerProtection", Map.of("id", id)).ok()).isEqualTo(set.ok());
    Outcome less =
        api.write("updateReferrerProtection", input("id", id, "version", 1, "coolDown", null));
    assertThat(less.ok()).containsEntry("coolDown", null).containsEntry("preferredChannel", "CHAT");
    assertThat(
            api.call("updateReferrerProtection", input("id", id, "version", 1, "asksPer90Days", 1))
                .code())
        .isEqualTo("version-mismatch");
    assertThat(
            api.call("updateReferrerProtection", input("id", id, "version", 2, "coolDown", "soon"))
                .no()
                .fields())
        .containsExactly("coolDown");
  }

  @Scenario
  void shouldRefuseWhatCannotBeEnrolled(Api api) {
    assertThat(api.call("enrolReferrer", Map.of("person", KIM)).code())
        .isEqualTo("no-default-program");
    program(api);
    api.write("enrolReferrer", Map.of("person", KIM, "code", "KIM42")).ok();

    assertThat(
            api.call(
                    "enrolReferrer",
                    Map.of(
                        "code", "kim42", "person", Map.of("name", "Lea", "email", "l@b.example")))
                .code())
        .isEqualTo("already-exists");
    assertThat(
            api.call(
                    "enrolReferrer",
                    Map.of("person", Map.of("id", "rfr_01h455vb4pex5vsknk084sn02q")))
                .code())
        .isEqualTo("wrong-id-type");
    assertThat(
            api.call("enrolReferrer", Map.of("person", Map.of("email", "kim@mail.example")))
                .no()
                .fields())
        .containsExactly("person");
  }

  @Scenario
  void shouldMakeALinkToAPageOnceAndNameTheReferrer(Api api) {
    String referrer = Given.program(api).referrer();

    Outcome form = api.write("createPageLink", Map.of("referrerId", referrer, "kind", "FORM"));
    Outcome status = api.call("createPageLink", Map.of("referrerId", referrer, "kind", "STATUS"));

    assertThat(form.text("referrerId")).isEqualTo(referrer);
    assertThat(form.text("url")).contains("/f/");
    assertThat(form.text("secretWithheld")).isEqualTo("false");
    assertThat(status.text("url")).contains("/s/");
    assertThat(
            api.call(
                    "createPageLink",
                    Map.of("referrerId", "rfr_01h455vb4pex5vsknk084sn02q", "kind", "FORM"))
                .code())
        .isEqualTo("not-found");
    api.call("transitionReferrer", Map.of("id", referrer, "action", "REMOVE")).ok();
    assertThat(api.call("createPageLink", Map.of("referrerId", referrer, "kind", "FORM")).code())
        .isEqualTo("referrer-not-enrolled");
  }

  @Scenario
  void shouldRecordThatTheTermsWereAccepted(Api api) {
    Given given =
        Given.program(
            api, Map.of("terms", Map.of("version", "2026-11", "text", "Be fair.\nBe open.")));
    Map<String, Object> said =
        Map.of(
            "id", given.referrer(),
            "termsVersion", "2026-11",
            "channel", "EMAIL",
            "evidence", "their mail of today");

    Outcome before = api.read("referrerTerms", Map.of("id", given.referrer()));
    assertThat(before.text("terms.text")).isEqualTo("Be fair.\nBe open.");
    assertThat(before.text("outstanding")).isEqualTo("true");
    assertThat(api.call("acceptReferrerTerms", said).code()).isEqualTo("actor-required");
    Outcome after = given.mia().write("acceptReferrerTerms", said);

    assertThat(after.text("outstanding")).isEqualTo("false");
    assertThat(after.text("acceptances.0.purpose")).isEqualTo("PROGRAM_TERMS");
    assertThat(after.text("acceptances.0.attested")).isEqualTo("true");
    assertThat(after.text("acceptances.0.recordedBy.id")).isEqualTo("crm:mia");
    assertThat(given.mia().write("acceptReferrerTerms", said).ok()).isEqualTo(after.ok());
    assertThat(api.read("referrerTerms", Map.of("id", given.referrer())).ok())
        .isEqualTo(after.ok());
    assertThat(
            api.withScopes("referrers:read")
                .call("referrerTerms", Map.of("id", given.referrer()))
                .code())
        .isEqualTo("missing-scope");
  }

  @Scenario
  void shouldRefuseTermsThatAreNotInEffect(Api api) {
    Given without = Given.program(api);
    Map<String, Object> said =
        Map.of(
            "id", without.referrer(),
            "termsVersion", "2025-01",
            "channel", "PHONE",
            "evidence", "said so");

    assertThat(without.mia().call("acceptReferrerTerms", said).no().message())
        .contains("has no terms in effect");
    Given.publish(
        api,
        without.program(),
        Map.of("terms", Map.of("version", "2026-11", "url", "https://vouch.example/terms")));
    assertThat(without.mia().call("acceptReferrerTerms", said).no().message())
        .contains("are of version 2026-11");
    Map<String, Object> byLink = new HashMap<>(said);
    byLink.put("channel", "LINK");
    assertThat(without.mia().call("acceptReferrerTerms", byLink).no().fields())
        .containsExactly("channel");
  }
}
