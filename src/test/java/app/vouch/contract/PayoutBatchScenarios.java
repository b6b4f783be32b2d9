package app.vouch.contract;

import static app.vouch.TestApi.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

abstract class PayoutBatchScenarios extends ContractSuite {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Map<String, Object> DEBTOR =
      Map.of("kind", "IBAN", "holder", "Vouch Ltd", "iban", "DE89370400440532013000");

  private static Map<String, Object> batch(Object... more) {
    Map<String, Object> input = new HashMap<>(Given.input(more));
    input.put("currency", "USD");
    input.put("idempotencyKey", unique("batch"));
    return input;
  }

  /** The batch's id, once its payouts are made. */
  private static String prepared(Api api, Map<String, Object> input) {
    Outcome made = api.write("createPayoutBatch", input);
    assertThat(made.text("state")).isEqualTo("PREPARING");
    awaitJob(api, made.text("jobId"));
    return made.text("id");
  }

  private static void awaitJob(Api api, String job) {
    await()
        .atMost(SOON)
        .until(() -> api.call("job", Map.of("id", job)).text("state").equals("FINISHED"));
  }

  private static void moved(Api api, String batch, String action) {
    Outcome begun = api.write("transitionPayoutBatch", Map.of("id", batch, "action", action));
    assertThat(begun.text("kind")).isEqualTo("payout-batch-transition");
    awaitJob(api, begun.text("id"));
    assertThat(api.call("job", Map.of("id", begun.text("id"))).text("refused")).isEqualTo("0");
  }

  private static void account(Api api, String payee) {
    api.call(
            "upsertPaymentDetails",
            Map.of(
                "id", payee,
                "kind", "ACCOUNT",
                "holder", "Kim Park",
                "routing", "021000021",
                "account", "000123456789",
                "country", "US"))
        .ok();
  }

  @Scenario
  void shouldPayEveryoneByAFile(Api api) {
    Given given = Given.wonDeal(api).approved();
    account(api, given.payee());

    String id =
        prepared(
            api,
            batch(
                "programId", given.program(),
                "adapter", "bank-file",
                "minimum", Given.usd("10.00")));
    assertThat(api.read("payoutBatch", Map.of("id", id)).text("state")).isEqualTo("DRAFT");
    assertThat(api.call("exportPayoutBatch", Map.of("id", id, "format", "CSV")).code())
        .isEqualTo("nothing-to-export");
    moved(given.mia(), id, "APPROVE");
    Outcome csv = api.call("exportPayoutBatch", Map.of("id", id, "format", "CSV"));
    assertThat(csv.text("content")).contains("000123456789", "3000.00,USD");
    assertThat(csv.text("payments")).isEqualTo("1");
    moved(given.mia(), id, "SEND");
    Outcome read = api.read("payoutBatch", Map.of("id", id));
    assertThat(read.text("state")).isEqualTo("SENT");
    assertThat(read.text("amount.amount")).isEqualTo("3000.00");
    assertThat(read.text("parts.0.payouts")).isEqualTo("1");
    String payout =
        String.valueOf(api.read("payouts", Map.of("batchId", id)).list("id").getFirst());
    given.mia().call("transitionPayout", Map.of("id", payout, "action", "SETTLE")).ok();
    assertThat(api.read("payoutBatch", Map.of("id", id)).text("state")).isEqualTo("DONE");
    assertThat(api.read("payoutBatches", Map.of()).list("id")).containsExactly(id);
  }

  @Scenario
  void shouldExportOnceAndWriteThatDown(Api api) {
    Given given = Given.wonDeal(api).approved();
    account(api, given.payee());
    String id = prepared(api, batch());
    moved(given.mia(), id, "APPROVE");

    assertThat(api.call("exportPayoutBatch", Map.of("id", id, "format", "PAIN_001")).no().fields())
        .containsExactly("debtor");
    Outcome file =
        api.write(
            "exportPayoutBatch",
            Map.of(
                "id", id, "format", "PAIN_001", "debtor", DEBTOR, "executionDate", "2026-12-01"));
    assertThat(file.text("mediaType")).isEqualTo("application/xml");
    assertThat(file.text("content")).contains("<CtrlSum>3000.00</CtrlSum>");
    assertThat(
            api.read("auditRecords", Map.of("resourceId", id)).list("operation").stream()
                .filter("exportPayoutBatch"::equals))
        .hasSize(1);
    assertThat(
            api.withScopes("payouts:read", "payouts:write")
                .call("exportPayoutBatch", Map.of("id", id, "format", "CSV"))
                .code())
        .isEqualTo("missing-scope");
  }

  @Scenario
  void shouldLeaveOutWhoCannotBePaidAndSayWhy(Api api) {
    Given given = Given.wonDeal(api).approved();
    String bob = api.call("upsertPerson", Map.of("name", "Bob")).text("id");

    assertRefused(api, batch("adapter", "bank-file"), given.payee(), "payee-details-missing");
    assertRefused(api, batch("minimum", Given.usd("3000.01")), given.payee(), "below-minimum");
    assertRefused(api, batch("payeeIds", List.of(bob)), bob, "reward-not-payable");
  }

  private static void assertRefused(Api api, Map<String, Object> input, String payee, String code) {
    String id = prepared(api, input);
    Outcome batch = api.read("payoutBatch", Map.of("id", id));
    assertThat(batch.text("state")).isEqualTo("EMPTY");
    Outcome items = api.read("jobItems", Map.of("id", batch.text("jobId")));
    assertThat(items.list("resourceId")).containsExactly(payee);
    assertThat(items.list("code")).containsExactly(code);
  }

  @Scenario
  void shouldCancelAllOfIt(Api api) {
    Given given = Given.wonDeal(api).approved();
    String id = prepared(api, batch());

    moved(given.mia(), id, "APPROVE");
    moved(given.mia(), id, "CANCEL");

    assertThat(api.read("payoutBatch", Map.of("id", id)).text("parts.0.state"))
        .isEqualTo("CANCELLED");
    assertThat(api.read("reward", Map.of("id", given.reward())).text("state"))
        .isEqualTo("AVAILABLE");
  }

  @Scenario
  void shouldRefuseBeforeItBegins(Api api) {
    assertThat(api.call("createPayoutBatch", Map.of("currency", "USD")).code())
        .isEqualTo("idempotency-key-required");
    assertThat(
            api.call(
                    "createPayoutBatch", batch("minimum", Map.of("amount", "1", "currency", "EUR")))
                .code())
        .isEqualTo("currency-mismatch");
    assertThat(api.call("createPayoutBatch", batch("adapter", "pigeon")).no().message())
        .contains("bank-file", "external", "manual");
    assertThat(
            api.call("createPayoutBatch", batch("programId", "prg_00000000000000000000000000"))
                .code())
        .isEqualTo("unknown-reference");
    Outcome scope =
        api.withScopes("payouts:write")
            .call(
                "transitionPayoutBatch",
                Map.of("id", "bat_00000000000000000000000000", "action", "APPROVE"));
    assertThat(scope.no().message()).contains("payouts:approve");
  }

  @Scenario
  void shouldHearFromOutsideWhatBecameOfAPayment(Api api) {
    Given given = Given.wonDeal(api).approved();
    String id = prepared(api, batch("adapter", "external"));
    String payout =
        String.valueOf(api.read("payouts", Map.of("batchId", id)).list("id").getFirst());
    Map<String, Object> settled = Map.of("id", payout, "action", "SETTLE", "reference", "tr_9");

    Outcome early = api.call("transitionPayout", settled);
    assertThat(early.code()).isEqualTo("transition-not-allowed");
    moved(given.mia(), id, "APPROVE");
    moved(given.mia(), id, "SEND");
    assertThat(api.call("transitionPayout", Map.of("id", payout, "action", "SETTLE")).code())
        .isEqualTo("payment-reference");
    assertThat(api.write("transitionPayout", settled).text("reference")).isEqualTo("tr_9");
    assertThat(api.write("transitionPayout", settled).text("state")).isEqualTo("SETTLED");
    assertThat(
            api.call(
                    "transitionPayout",
                    Map.of(
                        "id", payout,
                        "action", "RETURN",
                        "reasonCode", "ACCOUNT_CLOSED",
                        "reference", "tr_8"))
                .code())
        .isEqualTo("payment-reference");
  }
}
