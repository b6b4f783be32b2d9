package app.vouch.contract;

import static org.awaitility.Awaitility.await;

import app.vouch.TestClock;
import io.quarkus.arc.Arc;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A tenant that has one of everything. */
final class World {
  private final Map<String, String> ids = new HashMap<>();
  private final Api api;

  /** Moves the clock by a day, so that the day of the first entries is over. */
  World(Api api) {
    this.api = api;
    Given given = Given.wonDeal(api).approved();
    given.payout();
    api.call("createPayoutBatch", Map.of("currency", "USD", "idempotencyKey", "batch")).ok();
    api.call("createCalendar", Map.of("name", "Office", "timeZone", "Europe/London")).ok();
    String bob = given.captured("bob@other.example");
    String introduction =
        api.call(
                "requestIntroduction",
                Map.of(
                    "referralId",
                    bob,
                    "requester",
                    Map.of("name", "Sam Seller"),
                    "subject",
                    "Shorter month ends",
                    "context",
                    "Bob fights with month-end closing, and Sam's team ends it early."))
            .text("id");
    String endpoint =
        api.call(
                "createWebhookEndpoint",
                Map.of("url", "http://127.0.0.1:9/", "eventTypes", List.of("endpoint.disabled")))
            .text("id");
    ids.put("deliveries", api.call("testWebhookEndpoint", Map.of("id", endpoint)).text("id"));
    for (String operation :
        List.of(
            "organizations",
            "people",
            "programs",
            "calendars",
            "referrers",
            "referrals",
            "deals",
            "introductions",
            "touchpoints",
            "rewards",
            "payouts",
            "payoutBatches",
            "jobs")) {
      ids.put(operation, first(operation, Map.of()));
    }
    ids.put(
        "suppressions",
        api.call("suppressAddress", Map.of("email", "gone@acme.example", "reason", "BOUNCE"))
            .text("id"));
    ids.put("webhook-endpoints", endpoint);
    ids.put("payout-batches", id("payoutBatches"));
    ids.put("ledger/entries", first("ledgerEntries", Map.of()));
    Arc.container().instance(TestClock.class).get().advance(Duration.ofHours(25));
    await().atMost(Duration.ofSeconds(60)).until(() -> !api.call("ledgerHeads").list().isEmpty());
    ids.put("ledger/heads", first("ledgerHeads", Map.of()));
    ids.put("ledger/statements", given.payee());
    ids.put(
        "ledger/adjustments",
        api.actingFor("crm:fay")
            .call(
                "proposeLedgerAdjustment",
                Map.of(
                    "key",
                    "goodwill",
                    "idempotencyKey",
                    "goodwill",
                    "reasonCode",
                    "GOODWILL",
                    "note",
                    "promised on the phone",
                    "legs",
                    List.of(
                        leg("EXPENSE:" + given.program(), "DEBIT"),
                        leg("PAYABLE:" + given.payee(), "CREDIT"))))
            .text("id"));
    ids.put(
        "payee-documents",
        api.call(
                "recordPayeeDocument",
                Map.of("payeeId", given.payee(), "kind", "TAX_FORM", "reference", "drawer 4"))
            .text("id"));
    ids.put("ledger/verifications", api.call("verifyLedger").text("id"));
    ids.put("api-keys", first("apiKeys", Map.of()));
    ids.put("messages", first("introductionMessages", Map.of("id", introduction)));
    ids.put("program-versions", first("programVersions", Map.of("programId", given.program())));
    ids.put("attributions", first("attributions", Map.of("dealId", id("deals"))));
    await().atMost(Duration.ofSeconds(60)).until(() -> !api.call("events").list().isEmpty());
    ids.put("events", first("events", Map.of()));
  }

  private static Map<String, Object> leg(String account, String side) {
    return Map.of("account", account, "side", side, "amount", Given.usd("25.00"));
  }

  private String first(String operation, Map<String, ?> input) {
    return String.valueOf(api.call(operation, input).list("id").getFirst());
  }

  private String id(String collection) {
    return String.valueOf(ids.get(collection));
  }

  /** Collection → the id of one thing in it. */
  Map<String, String> ids() {
    return ids;
  }

  /** {@code ledger/entries} of {@code /v1/ledger/entries/{id}}. */
  static String collection(String template) {
    return template.substring("/v1/".length(), template.indexOf("/{"));
  }
}
