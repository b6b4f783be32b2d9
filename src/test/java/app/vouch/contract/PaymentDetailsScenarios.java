package app.vouch.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

abstract class PaymentDetailsScenarios extends ContractSuite {
  private static final String IBAN = "GB29NWBK60161331926819";

  private static String person(Api api) {
    return api.call("upsertPerson", Map.of("name", "Kim Park")).text("id");
  }

  private static Map<String, Object> iban(String person) {
    return Map.of("id", person, "kind", "IBAN", "holder", "Kim Park", "iban", IBAN);
  }

  @Scenario
  void shouldKeepThemAndShowOnlyTheirEnd(Api api) {
    String kim = person(api);

    Outcome set = api.write("upsertPaymentDetails", iban(kim));
    assertThat(set.text("numberEnding")).isEqualTo("6819");
    assertThat(set.text("country")).isEqualTo("GB");
    Outcome read = api.read("paymentDetails", Map.of("id", kim));
    assertThat(read.ok().toString()).doesNotContain(IBAN).doesNotContain("Kim Park");
    Outcome other =
        api.write(
            "upsertPaymentDetails",
            Map.of(
                "id", kim,
                "kind", "ACCOUNT",
                "holder", "Kim Park",
                "routing", "021000021",
                "account", "000123456789",
                "country", "US",
                "currency", "USD"));
    assertThat(other.text("id")).isEqualTo(set.text("id"));
    assertThat(other.text("version")).isEqualTo("2");
    assertThat(api.read("paymentDetails", Map.of("id", kim)).text("numberEnding"))
        .isEqualTo("6789");
  }

  @Scenario
  void shouldShowThemInClearOnceAndWriteThatDown(Api api) {
    String kim = person(api);
    String id = api.write("upsertPaymentDetails", iban(kim)).text("id");

    Map<String, Object> reveal = Map.of("id", kim, "idempotencyKey", "reveal-1");
    Outcome clear = api.call("revealPaymentDetails", reveal);
    assertThat(clear.text("iban")).isEqualTo(IBAN);
    assertThat(clear.text("holder")).isEqualTo("Kim Park");
    Outcome again = api.call("revealPaymentDetails", reveal);
    assertThat(again.replayed()).isTrue();
    assertThat(again.text("iban")).isEqualTo("null");
    assertThat(again.text("secretWithheld")).isEqualTo("true");
    Outcome records = api.read("auditRecords", Map.of("resourceId", id));
    assertThat(records.list("operation"))
        .containsExactlyInAnyOrder("upsertPaymentDetails", "revealPaymentDetails");
    assertThat(records.list().toString()).doesNotContain(IBAN);
  }

  @Scenario
  void shouldNeedScopesOfTheirOwn(Api api) {
    String kim = person(api);
    api.call("upsertPaymentDetails", iban(kim)).ok();
    Api clerk = api.withScopes("payouts:read", "payouts:write");

    assertThat(clerk.call("paymentDetails", Map.of("id", kim)).text("kind")).isEqualTo("IBAN");
    assertThat(clerk.call("upsertPaymentDetails", iban(kim)).no().message())
        .contains("payouts:write-details");
    assertThat(clerk.call("revealPaymentDetails", Map.of("id", kim)).no().message())
        .contains("payouts:read-details");
  }

  @Scenario
  void shouldRefuseWhatIsNoAccount(Api api) {
    String kim = person(api);

    Outcome refused =
        api.call(
            "upsertPaymentDetails",
            Map.of(
                "id", kim,
                "kind", "IBAN",
                "holder", "Kim Park",
                "iban", "GB28NWBK60161331926819"));
    assertThat(refused.code()).isEqualTo("invalid-request");
    assertThat(refused.no().fields()).isEqualTo(List.of("iban"));
    assertThat(refused.no().message()).doesNotContain("NWBK");
    assertThat(api.call("paymentDetails", Map.of("id", kim)).code()).isEqualTo("not-found");
    assertThat(api.call("revealPaymentDetails", Map.of("id", kim)).code()).isEqualTo("not-found");
  }
}
