package app.vouch.contract;

import static app.vouch.contract.Given.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;

abstract class PersonScenarios extends ContractSuite {
  private static final Map<String, Object> ANN =
      Map.of(
          "name",
          "Ann Lee",
          "email",
          "ann@acme.example",
          "phone",
          "+44 20 7946 0000",
          "organization",
          Map.of("name", "Acme", "domain", "acme.example"),
          "externalRefs",
          List.of(Map.of("system", "salesforce", "instance", "00D1", "id", "003A")));

  @Scenario
  void shouldMakeThenFindThenReadThem(Api api) {
    Map<String, Object> made = api.write("upsertPerson", ANN).ok();

    assertThat(
            api.write("upsertPerson", Map.of("name", "Ann Lee", "email", "ANN@acme.example")).ok())
        .containsEntry("id", made.get("id"));
    assertThat(
            api.read("person", Map.of("id", String.valueOf(made.get("id"))))
                .text("organization.name"))
        .isEqualTo("Acme");
    assertThat(api.read("person", Map.of("id", "ext:salesforce:00D1:person:003A")).text("id"))
        .isEqualTo(made.get("id"));
    assertThat(api.read("people", Map.of("email", "ann@acme.example")).list("id"))
        .containsExactly(made.get("id"));
    assertThat(api.read("people", Map.of("externalRef", "salesforce:00D1:person:003A")).list("id"))
        .containsExactly(made.get("id"));
    assertThat(api.read("people", Map.of("email", "bob@acme.example")).list("id")).isEmpty();
  }

  @Scenario
  void shouldErase(Api api) {
    String id = api.write("upsertPerson", ANN).text("id");

    Outcome job = api.write("erasePerson", Map.of("id", id));

    assertThat(job.text("kind")).isEqualTo("person-erasure");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> api.call("job", Map.of("id", job.text("id"))).text("state"), "FINISHED"::equals);
    assertThat(api.read("person", Map.of("id", id)).ok())
        .containsEntry("name", "erased:" + id)
        .containsEntry("email", null)
        .containsEntry("phone", null)
        .containsEntry("externalRefs", List.of());
    assertThat(api.read("people", Map.of("email", "ann@acme.example")).list()).isEmpty();
    assertThat(api.read("suppressions", Map.of("email", "ann@acme.example")).list("reason"))
        .containsExactly("ERASURE");
    String none = id.substring(0, id.length() - 3) + "abc";
    assertThat(api.call("erasePerson", Map.of("id", none)).code()).isEqualTo("not-found");
  }

  @Scenario
  void shouldChangeWhatIsNamedAndRemoveWhatIsNull(Api api) {
    String id = api.write("upsertPerson", ANN).text("id");

    Map<String, Object> changed =
        api.write("updatePerson", input("id", id, "version", 1, "name", "Ann Smith", "phone", null))
            .ok();

    assertThat(changed)
        .containsEntry("name", "Ann Smith")
        .containsEntry("phone", null)
        .containsEntry("email", "ann@acme.example")
        .containsEntry("version", 2);
    assertThat(
            api.write("updatePerson", Map.of("id", id, "version", 2, "name", "Ann Jones"))
                .text("version"))
        .isEqualTo("3");
    assertThat(api.call("updatePerson", Map.of("id", id, "version", 2, "name", "Late")).code())
        .isEqualTo("version-mismatch");
    assertThat(api.call("updatePerson", Map.of("id", id, "version", 3, "email", "nowhere")).no())
        .satisfies(no -> assertThat(no.code()).isEqualTo("invalid-request"))
        .satisfies(no -> assertThat(no.fields()).containsExactly("email"));
  }

  @Scenario
  void shouldRefuseAnAddressOfSomebodyElse(Api api) {
    api.write("upsertPerson", ANN).ok();
    String bob =
        api.write("upsertPerson", Map.of("name", "Bob", "email", "bob@acme.example")).text("id");

    assertThat(
            api.call("updatePerson", Map.of("id", bob, "version", 1, "email", "ann@acme.example"))
                .code())
        .isEqualTo("already-exists");
  }

  @Scenario
  void shouldRefuseAnOrganizationThatIsNone(Api api) {
    Map<String, Object> bob =
        Map.of("name", "Bob", "organizationId", "org_01h455vb4pex5vsknk084sn02q");
    Map<String, Object> wrong =
        Map.of("name", "Bob", "organizationId", "per_01h455vb4pex5vsknk084sn02q");

    assertThat(api.call("upsertPerson", bob).code()).isEqualTo("unknown-reference");
    assertThat(api.call("upsertPerson", wrong).code()).isEqualTo("wrong-id-type");
    assertThat(api.call("upsertPerson", wrong).no().message()).contains("org_");
  }

  @Scenario
  void shouldRefuseAFilterThatIsNone(Api api) {
    assertThat(api.call("people", Map.of("email", "nowhere")).no().fields())
        .containsExactly("email");
    assertThat(api.call("people", Map.of("externalRef", "003A")).no().fields())
        .containsExactly("externalRef");
  }
}
