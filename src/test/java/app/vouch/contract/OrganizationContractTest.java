package app.vouch.contract;

import static app.vouch.TestApi.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class OrganizationContractTest extends ContractSuite {

  @ParameterizedTest
  @MethodSource("apis")
  void shouldMakeThenUpdateThenReadIt(Api api) {
    String domain = unique("acme") + ".example";
    Map<String, Object> made =
        api.call("upsertOrganization", Map.of("name", "Acme", "domain", domain)).ok();
    assertThat(made).containsEntry("version", 1).containsEntry("domain", domain);

    Map<String, Object> updated =
        api.call("upsertOrganization", Map.of("name", "Acme Ltd", "domain", domain)).ok();
    assertThat(updated).containsEntry("id", made.get("id")).containsEntry("version", 2);

    assertThat(api.call("organization", Map.of("id", String.valueOf(made.get("id")))).ok())
        .isEqualTo(updated);
  }

  @ParameterizedTest
  @MethodSource("apis")
  void shouldReadItByItsExternalReference(Api api) {
    String external = unique("001");
    Map<String, Object> ref = Map.of("system", "salesforce", "id", external);
    String id =
        api.call("upsertOrganization", Map.of("name", unique("Beta"), "externalRefs", List.of(ref)))
            .text("id");

    Outcome read =
        api.call("organization", Map.of("id", "ext:salesforce:default:organization:" + external));

    assertThat(read.text("id")).isEqualTo(id);
  }

  @ParameterizedTest
  @MethodSource("apis")
  void shouldListTheNewestFirstByPages(Api api) {
    String older = api.call("upsertOrganization", Map.of("name", unique("Older"))).text("id");
    String newer = api.call("upsertOrganization", Map.of("name", unique("Newer"))).text("id");

    Outcome first = api.call("organizations", Map.of("first", 1));
    Outcome second =
        api.call("organizations", Map.of("first", 1, "after", String.valueOf(first.next())));

    assertThat(first.items()).extracting(item -> item.get("id")).containsExactly(newer);
    assertThat(second.items()).extracting(item -> item.get("id")).containsExactly(older);
  }

  @ParameterizedTest
  @MethodSource("apis")
  void shouldNameTheFieldWhenTheInputIsRefused(Api api) {
    Outcome refused = api.call("upsertOrganization", Map.of("name", " ", "domain", "no domain"));

    assertThat(refused.code()).isEqualTo("invalid-request");
    assertThat(refused.fields()).containsExactly("domain", "name");
  }

  @ParameterizedTest
  @MethodSource("apis")
  void shouldSayNotFoundForAnUnknownOne(Api api) {
    for (String id : List.of("org_00000000000000000000000000", "per_x", "ext:a:b:c:d")) {
      assertThat(api.call("organization", Map.of("id", id)).code()).isEqualTo("not-found");
    }
  }

  @ParameterizedTest
  @MethodSource("apis")
  void shouldRefuseAKeyWithoutTheScope(Api api) {
    String key = keyWith(api, "organizations:read");

    assertThat(api.call(key, "upsertOrganization", Map.of("name", "No")).code())
        .isEqualTo("missing-scope");
    assertThat(api.call(key, "organizations", Map.of()).code()).isNull();
  }

  @ParameterizedTest
  @MethodSource("apis")
  void shouldReplayACallWithTheSameKeyAndRefuseAnother(Api api) {
    String key = unique("key");
    String name = unique("Once");
    Outcome first = api.call("upsertOrganization", Map.of("name", name, "idempotencyKey", key));
    Outcome again = api.call("upsertOrganization", Map.of("name", name, "idempotencyKey", key));
    Outcome other = api.call("upsertOrganization", Map.of("name", "Two", "idempotencyKey", key));

    assertThat(first.replayed()).isFalse();
    assertThat(again.replayed()).isTrue();
    assertThat(again.ok()).isEqualTo(first.ok());
    assertThat(other.code()).isEqualTo("idempotency-key-reused");
  }

  @ParameterizedTest
  @MethodSource("apis")
  void shouldShowTheSameByRestAndByGraphql(Api api) {
    String id =
        api.call(
                "upsertOrganization",
                Map.of(
                    "name",
                    unique("Same"),
                    "externalRefs",
                    List.of(Map.of("system", "hubspot", "id", unique("h")))))
            .text("id");

    assertThat(new GraphqlApi().call("organization", Map.of("id", id)).ok())
        .containsAllEntriesOf(new RestApi().call("organization", Map.of("id", id)).ok());
  }
}
