package app.vouch.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

abstract class PayeeDocumentScenarios extends ContractSuite {

  @Scenario
  void shouldRecordThenRevoke(Api api) {
    Map<String, Object> command = document(api);

    Outcome made = api.write("recordPayeeDocument", command);

    String id = made.text("id");
    assertThat(made.text("revokedAt")).isEqualTo("null");
    assertThat(api.read("payeeDocument", Map.of("id", id)).ok()).isEqualTo(made.ok());
    Map<String, Object> filter =
        Map.of("payeeId", made.text("payeeId"), "kind", "PROMOTER_AGREEMENT");
    assertThat(api.read("payeeDocuments", filter).list("id")).containsExactly(id);
    assertThat(api.read("payeeDocuments", Map.of("kind", "TAX_FORM")).list("id")).isEmpty();
    Outcome revoked =
        api.write("revokePayeeDocument", Map.of("id", id, "reason", "signed by nobody"));
    assertThat(revoked.text("revokeReason")).isEqualTo("signed by nobody");
  }

  @Scenario
  void shouldNeedScopesAPersonAndATimeToBeValid(Api api) {
    Map<String, Object> command = document(api);

    assertThat(api.withScopes("rewards:read").call("recordPayeeDocument", command).code())
        .isEqualTo("missing-scope");
    assertThat(
            api.call(
                    "recordPayeeDocument",
                    Given.input(
                        "payeeId",
                        "per_00000000000000000000000000",
                        "kind",
                        "TAX_FORM",
                        "reference",
                        "drawer 4"))
                .code())
        .isEqualTo("unknown-reference");
    assertThat(
            api.call(
                    "recordPayeeDocument",
                    Given.input(
                        "payeeId",
                        command.get("payeeId"),
                        "kind",
                        "TAX_FORM",
                        "reference",
                        "drawer 4",
                        "validFrom",
                        "2026-11-01T00:00:00Z",
                        "expiresAt",
                        "2026-11-01T00:00:00Z"))
                .no()
                .fields())
        .containsExactly("expiresAt");
    String id = api.call("recordPayeeDocument", command).text("id");
    assertThat(api.ofAnotherTenant().call("payeeDocument", Map.of("id", id)).code())
        .isEqualTo("not-found");
  }

  @Scenario
  void shouldExplainWhatEachGateAnswered(Api api) {
    Given given =
        Given.program(
            api,
            Map.of(
                "rewards",
                java.util.List.of(Given.REWARD),
                "gates",
                Map.of(
                    "payeeLimit",
                    Map.of(
                        "amount",
                        "1000.00",
                        "currency",
                        "USD",
                        "per",
                        "P12M",
                        "document",
                        "PROMOTER_AGREEMENT"))));
    api.call(
            "upsertDeal",
            Given.deal(
                "D-1",
                "milestone",
                "WON",
                "amount",
                Given.usd("48000.00"),
                "referralId",
                given.captured("ann@acme.example")))
        .ok();

    Outcome explanation = api.read("rewardExplanation", Map.of("id", given.reward()));

    assertThat(explanation.text("gates.0.gate")).isEqualTo("PAYEE_LIMIT");
    assertThat(explanation.text("gates.0.answer")).isEqualTo("HELD");
    assertThat(explanation.text("gates.0.reason")).isEqualTo("LIMIT");
  }

  private static Map<String, Object> document(Api api) {
    String payee =
        api.call("upsertPerson", Map.of("name", "Kim Park", "email", "kim@beta.example"))
            .text("id");
    return Map.of(
        "payeeId", payee, "kind", "PROMOTER_AGREEMENT", "reference", "DocuSign envelope 4711");
  }
}
