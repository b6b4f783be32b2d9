package app.vouch.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

abstract class AccessScenarios extends ContractSuite {

  private static Map<String, Object> key(String... scopes) {
    return Map.of("name", "integration", "scopes", List.of(scopes));
  }

  @Scenario
  void shouldSayWhoTheCallerIs(Api api) {
    Outcome me = api.withScopes("deals:read").read("me", Map.of());

    assertThat(me.text("mode")).isEqualTo("LIVE");
    assertThat(me.text("scopes")).isEqualTo("[deals:read]");
  }

  @Scenario
  void shouldRefuseAKeyThatIsNone(Api api) {
    assertThat(api.withKey("vk_live_" + "0".repeat(64)).call("me").code())
        .isEqualTo("unauthenticated");
  }

  @Scenario
  void shouldMakeRotateAndRevokeAKey(Api api) {
    Outcome made = api.write("createApiKey", key("deals:read", "deals:write"));
    String id = made.text("id");

    assertThat(made.text("secret")).startsWith("vk_live_");
    assertThat(api.read("apiKey", Map.of("id", id)).text("secret")).isEqualTo("null");
    assertThat(api.call("apiKeys").list("id")).contains(id);
    Outcome rotated = api.write("transitionApiKey", Map.of("id", id, "action", "ROTATE"));
    assertThat(rotated.text("secret")).startsWith("vk_live_").isNotEqualTo(made.text("secret"));
    assertThat(rotated.text("id")).isNotEqualTo(id);
    assertThat(api.withKey(rotated.text("secret")).call("deals").list()).isEmpty();
    api.write("transitionApiKey", Map.of("id", rotated.text("id"), "action", "REVOKE")).ok();
    assertThat(api.withKey(rotated.text("secret")).call("deals").code())
        .isEqualTo("unauthenticated");
    assertThat(
            api.call("transitionApiKey", Map.of("id", rotated.text("id"), "action", "ROTATE"))
                .code())
        .isEqualTo("transition-not-allowed");
  }

  @Scenario
  void shouldGrantOnlyWhatTheCallerHas(Api api) {
    Outcome refused =
        api.withScopes("keys:manage", "deals:read").call("createApiKey", key("deals:write"));

    assertThat(refused.code()).isEqualTo("scope-not-held");
    assertThat(refused.no().message()).contains("deals:write");
    assertThat(api.call("createApiKey", key("deals:eat")).no().fields())
        .containsExactly("scopes/0");
  }

  @Scenario
  void shouldWriteDownWhoChangedWhat(Api api) {
    String id = api.write("upsertOrganization", Map.of("name", "Acme")).text("id");
    api.actingFor("crm:mia").write("upsertOrganization", Map.of("name", "Beta")).ok();

    Outcome records = api.read("auditRecords", Map.of("resourceId", id));
    assertThat(records.list("operation")).containsExactly("upsertOrganization");
    assertThat(records.list("actor.type")).containsExactly("API_KEY");
    assertThat(api.read("auditRecords", Map.of("first", 1)).list("actor.id"))
        .containsExactly("crm:mia");
  }
}
