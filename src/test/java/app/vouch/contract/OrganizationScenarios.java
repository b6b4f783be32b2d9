package app.vouch.contract;

import static app.vouch.TestApi.unique;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

abstract class OrganizationScenarios extends ContractSuite {

  @Scenario
  void shouldMakeThenUpdateThenReadIt(Api api) {
    Map<String, Object> made =
        api.write("upsertOrganization", Map.of("name", "Acme", "domain", "acme.example")).ok();
    assertThat(made).containsEntry("version", 1).containsEntry("domain", "acme.example");

    Map<String, Object> updated =
        api.write("upsertOrganization", Map.of("name", "Acme Ltd", "domain", "acme.example")).ok();
    assertThat(updated).containsEntry("id", made.get("id")).containsEntry("version", 2);

    assertThat(api.read("organization", Map.of("id", String.valueOf(made.get("id")))).ok())
        .isEqualTo(updated);
  }

  @Scenario
  void shouldKeepWhatItDoesAndWhereWhenLeftOut(Api api) {
    api.write(
            "upsertOrganization",
            Map.of("name", "Acme", "domain", "acme.example", "sector", "HEALTH", "country", "GB"))
        .ok();

    Map<String, Object> updated =
        api.write("upsertOrganization", Map.of("name", "Acme Ltd", "domain", "acme.example")).ok();

    assertThat(updated).containsEntry("sector", "HEALTH").containsEntry("country", "GB");
  }

  @Scenario
  void shouldReadItByItsExternalReference(Api api) {
    Map<String, Object> ref = Map.of("system", "salesforce", "id", "001A");
    String id =
        api.write("upsertOrganization", Map.of("name", "Beta", "externalRefs", List.of(ref)))
            .text("id");

    Outcome read =
        api.read("organization", Map.of("id", "ext:salesforce:default:organization:001A"));

    assertThat(read.text("id")).isEqualTo(id);
    assertThat(read.text("externalRefs.0.object")).isEqualTo("organization");
    assertThat(
            api.write(
                    "upsertOrganization", Map.of("name", "Beta Ltd", "externalRefs", List.of(ref)))
                .text("id"))
        .isEqualTo(id);
  }

  @Scenario
  void shouldRefuseReferencesOfTwoOrganizations(Api api) {
    Map<String, Object> one = Map.of("system", "salesforce", "id", "001A");
    Map<String, Object> two = Map.of("system", "hubspot", "id", "17");
    api.write("upsertOrganization", Map.of("name", "Beta", "externalRefs", List.of(one))).ok();
    api.write("upsertOrganization", Map.of("name", "Gamma", "externalRefs", List.of(two))).ok();

    Outcome refused =
        api.call("upsertOrganization", Map.of("name", "Both", "externalRefs", List.of(one, two)));

    assertThat(refused.code()).isEqualTo("external-ref-conflict");
  }

  @Scenario
  void shouldRefuseTheDomainOfAnotherOrganization(Api api) {
    Map<String, Object> name = Map.of("system", "salesforce", "id", "001A");
    api.write("upsertOrganization", Map.of("name", "Beta", "externalRefs", List.of(name))).ok();
    api.write("upsertOrganization", Map.of("name", "Gamma", "domain", "gamma.example")).ok();

    Outcome refused =
        api.call(
            "upsertOrganization",
            Map.of("name", "Beta", "domain", "gamma.example", "externalRefs", List.of(name)));

    assertThat(refused.code()).isEqualTo("already-exists");
  }

  @Scenario
  void shouldBeAnotherVersionWithAnotherReference(Api api) {
    Map<String, Object> one = Map.of("system", "salesforce", "id", "001A");
    Map<String, Object> two = Map.of("system", "hubspot", "id", "17");
    api.write("upsertOrganization", Map.of("name", "Beta", "externalRefs", List.of(one))).ok();

    Outcome same =
        api.write("upsertOrganization", Map.of("name", "Beta", "externalRefs", List.of(one)));
    Outcome more =
        api.write("upsertOrganization", Map.of("name", "Beta", "externalRefs", List.of(one, two)));

    assertThat(same.text("version")).isEqualTo("1");
    assertThat(more.text("version")).isEqualTo("2");
  }

  @Scenario
  void shouldListTheNewestFirstByPages(Api api) {
    String older = api.write("upsertOrganization", Map.of("name", "Older")).text("id");
    String newer = api.write("upsertOrganization", Map.of("name", "Newer")).text("id");

    Outcome first = api.read("organizations", Map.of("first", 1));
    Outcome second =
        api.read("organizations", Map.of("first", 1, "after", String.valueOf(first.next())));

    assertThat(first.list("id")).containsExactly(newer);
    assertThat(second.list("id")).containsExactly(older);
    assertThat(second.next()).isNull();
  }

  @Scenario
  void shouldRefuseAPageThatIsNone(Api api) {
    assertThat(api.call("organizations", Map.of("first", 0)).code()).isEqualTo("invalid-request");
    assertThat(api.call("organizations", Map.of("first", 201)).code()).isEqualTo("invalid-request");
    assertThat(api.call("organizations", Map.of("after", "nowhere")).code())
        .isEqualTo("invalid-request");
  }

  @Scenario
  void shouldNameTheFieldWhenTheInputIsRefused(Api api) {
    Outcome refused = api.call("upsertOrganization", Map.of("name", " ", "domain", "no domain"));

    assertThat(refused.code()).isEqualTo("invalid-request");
    assertThat(refused.no().fields()).containsExactly("domain", "name");
  }

  @Scenario
  void shouldReplayACallWithTheSameKeyAndRefuseAnother(Api api) {
    String key = unique("key");
    Outcome first = api.call("upsertOrganization", Map.of("name", "Once", "idempotencyKey", key));
    Outcome again = api.call("upsertOrganization", Map.of("name", "Once", "idempotencyKey", key));
    Outcome other = api.call("upsertOrganization", Map.of("name", "Two", "idempotencyKey", key));

    assertThat(first.replayed()).isFalse();
    assertThat(again.replayed()).isTrue();
    assertThat(again.ok()).isEqualTo(first.ok());
    assertThat(other.code()).isEqualTo("idempotency-key-reused");
  }
}
