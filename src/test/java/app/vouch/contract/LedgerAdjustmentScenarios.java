package app.vouch.contract;

import static app.vouch.TestApi.unique;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Entries that people make. */
abstract class LedgerAdjustmentScenarios extends ContractSuite {
  private static final String FAY = "crm:fay; name=\"Fay Finance\"";

  private static Map<String, Object> leg(String account, String side, String amount) {
    return Map.of("account", account, "side", side, "amount", Given.usd(amount));
  }

  /** The program gives its payee something beside any reward. */
  private static Map<String, Object> goodwill(Given given, String amount) {
    Map<String, Object> input = new HashMap<>();
    input.put("key", unique("goodwill"));
    input.put(
        "legs",
        List.of(
            leg("EXPENSE:" + given.program(), "DEBIT", amount),
            leg("PAYABLE:" + given.payee(), "CREDIT", amount)));
    input.put("reasonCode", "GOODWILL");
    input.put("note", "promised on the phone");
    input.put("idempotencyKey", unique("adjustment"));
    return input;
  }

  private static Outcome decide(Api api, String id, String action) {
    return api.call("transitionLedgerAdjustment", Map.of("id", id, "action", action));
  }

  @Scenario
  void shouldBookWhatAnotherPersonApproves(Api api) {
    Given given = Given.wonDeal(api);
    Api fay = api.actingFor(FAY);

    Outcome proposed = fay.write("proposeLedgerAdjustment", goodwill(given, "25.00"));
    assertThat(proposed.text("state")).isEqualTo("PROPOSED");
    assertThat(proposed.text("entryId")).isEqualTo("null");
    String id = proposed.text("id");

    assertThat(decide(fay, id, "APPROVE").code()).isEqualTo("four-eyes");
    assertThat(decide(api, id, "APPROVE").code()).isEqualTo("actor-required");
    assertThat(decide(given.mia(), id, "APPROVE").text("state")).isEqualTo("POSTED");
    assertThat(decide(given.mia(), id, "APPROVE").text("state")).isEqualTo("POSTED");

    Outcome posted = api.read("ledgerAdjustment", Map.of("id", id));
    Outcome entry = api.read("ledgerEntry", Map.of("id", posted.text("entryId")));
    assertThat(entry.text("key")).isEqualTo("manual:" + posted.text("key"));
    assertThat(entry.text("legs.1.amount.amount")).isEqualTo("25.00");
    assertThat(api.read("ledgerAdjustments", Map.of("state", "POSTED")).list("id"))
        .containsExactly(id);
    assertThat(api.read("ledgerAdjustments", Map.of()).list("decidedBy"))
        .containsExactly("ACTOR crm:mia");
    assertThat(decide(given.mia(), id, "CANCEL").code()).isEqualTo("transition-not-allowed");
  }

  @Scenario
  void shouldUndoAManualEntryOnce(Api api) {
    Given given = Given.wonDeal(api);
    Api fay = api.actingFor(FAY);
    String first = fay.call("proposeLedgerAdjustment", goodwill(given, "25.00")).text("id");
    String entry = decide(given.mia(), first, "APPROVE").text("entryId");

    String undo = fay.call("proposeLedgerAdjustment", undo(entry)).text("id");
    String again = fay.call("proposeLedgerAdjustment", undo(entry)).text("id");
    String reversal = decide(given.mia(), undo, "APPROVE").text("entryId");

    Outcome reversed = api.read("ledgerEntry", Map.of("id", reversal));
    assertThat(reversed.text("reverses")).isEqualTo(entry);
    assertThat(reversed.text("legs.0.side")).isEqualTo("CREDIT");
    assertThat(decide(given.mia(), again, "APPROVE").code()).isEqualTo("entry-already-reversed");
    assertThat(decide(given.mia(), again, "REJECT").text("state")).isEqualTo("REJECTED");
  }

  private static Map<String, Object> undo(String entry) {
    return Map.of(
        "key",
        unique("undo"),
        "reverses",
        entry,
        "reasonCode",
        "MISTAKE",
        "note",
        "never promised",
        "idempotencyKey",
        unique("undo"));
  }

  @Scenario
  void shouldSayWhyAManualEntryIsNot(Api api) {
    Given given = Given.wonDeal(api);
    Api fay = api.actingFor(FAY);
    Map<String, Object> fine = goodwill(given, "25.00");

    assertThat(with(fay, fine, "idempotencyKey", null).code())
        .isEqualTo("idempotency-key-required");
    assertThat(with(api, fine, "key", unique("k")).code()).isEqualTo("actor-required");
    assertThat(legs(fay, given, "CLEARING:manual", "25.00").code())
        .isEqualTo("account-not-adjustable");
    assertThat(legs(fay, given, "PAYABLE:" + given.program(), "25.00").code())
        .isEqualTo("wrong-id-type");
    assertThat(legs(fay, given, "EXTERNAL:nobody", "25.00").code()).isEqualTo("unknown-reference");
    assertThat(legs(fay, given, "CASH:box", "25.00").code()).isEqualTo("invalid-request");
    assertThat(legs(fay, given, "PAYABLE:" + given.payee(), "24.00").code())
        .isEqualTo("entry-not-balanced");
    String grant = String.valueOf(api.call("ledgerEntries").list("id").getFirst());
    assertThat(fay.call("proposeLedgerAdjustment", undo(grant)).code())
        .isEqualTo("entry-not-reversible");
    Map<String, Object> both = new HashMap<>(fine);
    both.put("reverses", grant);
    assertThat(fay.call("proposeLedgerAdjustment", both).code()).isEqualTo("invalid-request");

    fay.call("proposeLedgerAdjustment", fine).ok();
    assertThat(with(fay, fine, "idempotencyKey", unique("other")).code())
        .isEqualTo("already-exists");
  }

  @Scenario
  void shouldNotBookIntoAClosedPeriodOrTheFuture(Api api) {
    Given given = Given.wonDeal(api);
    Api fay = api.actingFor(FAY);
    fay.call("closeLedgerPeriod", Map.of("closedThrough", "2026-01-31")).ok();

    String past = effective(fay, given, "2026-01-31T23:59:59Z");
    String open = effective(fay, given, "2026-02-01T00:00:00Z");

    assertThat(decide(given.mia(), past, "APPROVE").code()).isEqualTo("period-closed");
    Map<String, Object> future = goodwill(given, "1.00");
    future.put("effectiveAt", "2999-01-01T00:00:00Z");
    assertThat(fay.call("proposeLedgerAdjustment", future).code())
        .isEqualTo("effective-time-refused");
    assertThat(decide(given.mia(), open, "APPROVE").text("state")).isEqualTo("POSTED");
    assertThat(decide(fay, past, "CANCEL").text("state")).isEqualTo("CANCELLED");
  }

  private static String effective(Api fay, Given given, String at) {
    Map<String, Object> input = goodwill(given, "1.00");
    input.put("effectiveAt", at);
    Outcome proposed = fay.call("proposeLedgerAdjustment", input);
    assertThat(proposed.text("effectiveAt")).isEqualTo(at);
    return proposed.text("id");
  }

  private static Outcome legs(Api api, Given given, String credited, String amount) {
    Map<String, Object> input = goodwill(given, "25.00");
    input.put(
        "legs",
        List.of(
            leg("EXPENSE:" + given.program(), "DEBIT", "25.00"), leg(credited, "CREDIT", amount)));
    return api.call("proposeLedgerAdjustment", input);
  }

  private static Outcome with(
      Api api, Map<String, Object> fine, String member, @Nullable Object value) {
    Map<String, Object> input = new HashMap<>(fine);
    if (value == null) {
      input.remove(member);
    } else {
      input.put(member, value);
    }
    return api.call("proposeLedgerAdjustment", input);
  }
}
