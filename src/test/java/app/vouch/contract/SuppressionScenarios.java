package app.vouch.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

abstract class SuppressionScenarios extends ContractSuite {
  private static final String ANN = "ann@acme.example";

  @Scenario
  void shouldSuppressThenLift(Api api) {
    Map<String, Object> command = Map.of("email", ANN, "reason", "OBJECTION", "note", "by letter");

    Outcome made = api.write("suppressAddress", command);

    String id = made.text("id");
    assertThat(made.text("source")).isEqualTo("API");
    assertThat(made.text("liftedAt")).isEqualTo("null");
    assertThat(api.write("suppressAddress", command).text("id")).isEqualTo(id);
    assertThat(api.read("suppression", Map.of("id", id)).ok()).isEqualTo(made.ok());
    assertThat(api.read("suppressions", Map.of("email", ANN, "active", true)).list("id"))
        .containsExactly(id);
    Outcome lifted = api.write("liftSuppression", Map.of("id", id, "reason", "Ann called"));
    assertThat(lifted.text("liftReason")).isEqualTo("Ann called");
    assertThat(api.read("suppressions", Map.of("active", true)).list("id")).isEmpty();
    assertThat(api.read("suppressions", Map.of("active", false)).list("id")).containsExactly(id);
  }

  @Scenario
  void shouldNeedScopesAndAnAddress(Api api) {
    Map<String, Object> command = Map.of("email", ANN, "reason", "BOUNCE");

    assertThat(api.withScopes("suppressions:read").call("suppressAddress", command).code())
        .isEqualTo("missing-scope");
    String id = api.call("suppressAddress", command).text("id");
    assertThat(
            api.withScopes("suppressions:write")
                .call("liftSuppression", Map.of("id", id, "reason", "none"))
                .code())
        .isEqualTo("missing-scope");
    assertThat(
            api.call("suppressAddress", Map.of("email", "nowhere", "reason", "OTHER"))
                .no()
                .fields())
        .containsExactly("email");
    assertThat(api.ofAnotherTenant().call("suppression", Map.of("id", id)).code())
        .isEqualTo("not-found");
  }

  @Scenario
  void shouldStopIntroductionsWithoutSayingWhy(Api api) {
    Given given = Given.program(api);
    String referral = given.captured(ANN);
    api.call("suppressAddress", Map.of("email", ANN, "reason", "OTHER")).ok();

    Outcome refused =
        api.call(
            "requestIntroduction",
            Map.of(
                "referralId",
                referral,
                "requester",
                Map.of("name", "Sam Seller"),
                "subject",
                "Shorter month ends at Acme",
                "context",
                "Ann fights with month-end closing; Sam's team cut Kim's from nine days to two.",
                "dealAmount",
                Given.usd("10000.00")));

    assertThat(refused.code()).isEqualTo("introduction-not-possible");
    assertThat(refused.no().message()).doesNotContainIgnoringCase("suppress");
  }
}
