package app.vouch.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

abstract class LedgerScenarios extends ContractSuite {

  @Scenario
  void shouldShowTheEntriesOfAReward(Api api) {
    Given given = Given.wonDeal(api).approved();
    String reward = given.reward();

    Outcome entries = api.read("ledgerEntries", Map.of("about", reward));
    assertThat(entries.list("key")).containsExactly(reward + ":APPROVE:2", reward + ":GRANT:1");
    assertThat(entries.list("kind")).containsExactly("POSTED", "PENDING");
    String id = String.valueOf(entries.list("id").getFirst());
    Outcome entry = api.read("ledgerEntry", Map.of("id", id));
    assertThat(entry.text("legs.0.amount.amount")).isEqualTo("3000.00");
    assertThat(entry.text("legs.0.side")).isEqualTo("DEBIT");
    assertThat(
            api.read("ledgerEntries", Map.of("account", entry.text("legs.0.account"), "first", 1))
                .list("id"))
        .containsExactly(id);
  }

  @Scenario
  void shouldShowAccountsAndHowTheyStood(Api api) {
    Given given = Given.wonDeal(api);
    String before = api.call("reward", Map.of("id", given.reward())).text("updatedAt");
    given.approved();
    String after = "2999-01-01T00:00:00Z";

    assertThat(api.read("ledgerAccounts", Map.of()).list("kind"))
        .containsExactlyInAnyOrder("EXPENSE", "PAYABLE");
    Outcome payable = api.read("ledgerAccounts", Map.of("kind", "PAYABLE"));
    assertThat(payable.list("balance.amount")).containsExactly("3000.00");
    String code = String.valueOf(payable.list("code").getFirst());
    assertThat(api.read("ledgerAccounts", Map.of("code", code)).list("id"))
        .isEqualTo(payable.list("id"));
    assertThat(
            api.read("ledgerBalances", Map.of("asOf", before, "code", code)).list("balance.amount"))
        .containsExactly("0.00");
    assertThat(
            api.read("ledgerBalances", Map.of("asOf", after, "kind", "PAYABLE"))
                .list("balance.amount"))
        .containsExactly("3000.00");
    assertThat(api.call("ledgerBalances", Map.of("asOf", "2999-01-01T01:00:00+01:00")).list("asOf"))
        .containsOnly(after);
    assertThat(api.call("ledgerAccounts", Map.of("kind", "CASH")).code())
        .isEqualTo("invalid-request");
    assertThat(api.call("ledgerBalances", Map.of("asOf", "yesterday")).code())
        .isEqualTo("invalid-request");
  }

  @Scenario
  void shouldTellWhenThingsCount(Api api) {
    Given given = Given.wonDeal(api).approved();
    String reward = api.call("reward", Map.of("id", given.reward())).text("updatedAt");

    Outcome stood =
        api.read(
            "ledgerBalances", Map.of("asOf", reward, "effectiveAsOf", reward, "kind", "PAYABLE"));
    assertThat(stood.list("effectiveAsOf")).containsExactly(reward);
    Outcome trial =
        api.read("trialBalance", Map.of("asOf", reward, "effectiveAsOf", "2000-01-01T00:00:00Z"));
    assertThat(trial.ok().get("rows")).isEqualTo(List.of());
    assertThat(api.call("trialBalance", Map.of("effectiveAsOf", "then")).code())
        .isEqualTo("invalid-request");
  }

  @Scenario
  void shouldShowWhatWasBookedTogether(Api api) {
    Given given = Given.wonDeal(api).approved();
    String payout = given.payout("APPROVE", "SEND", "SETTLE");
    given
        .mia()
        .call(
            "transitionPayout",
            Map.of("id", payout, "action", "RETURN", "reasonCode", "ACCOUNT_CLOSED"))
        .ok();

    Outcome entries = api.read("ledgerEntries", Map.of("about", payout, "first", 2));

    assertThat(entries.list("key"))
        .containsExactly(payout + ":RETURN_OWED:5", payout + ":RETURN:5");
    assertThat(entries.list("linkId")).containsOnly(entries.list("id").getLast());
  }

  @Scenario
  void shouldCloseThePeriodForGood(Api api) {
    Given given = Given.program(api);
    assertThat(api.read("ledgerPeriod", Map.of()).text("closedThrough")).isEqualTo("null");

    assertThat(
            given
                .mia()
                .write("closeLedgerPeriod", Map.of("closedThrough", "2026-01-31"))
                .text("closedThrough"))
        .isEqualTo("2026-01-31");
    assertThat(api.read("ledgerPeriod", Map.of()).text("closedBy")).isEqualTo("crm:mia");
    assertThat(given.mia().call("closeLedgerPeriod", Map.of("closedThrough", "2026-01-30")).code())
        .isEqualTo("period-not-closable");
    assertThat(given.mia().call("closeLedgerPeriod", Map.of("closedThrough", "2999-01-01")).code())
        .isEqualTo("period-not-closable");
    assertThat(api.call("closeLedgerPeriod", Map.of("closedThrough", "2026-02-28")).code())
        .isEqualTo("actor-required");
    assertThat(
            api.withScopes("ledger:read")
                .call("closeLedgerPeriod", Map.of("closedThrough", "2026-02-28"))
                .code())
        .isEqualTo("missing-scope");
  }

  @Scenario
  void shouldTellAPayeeWhatWasBooked(Api api) {
    Given given = Given.wonDeal(api).approved();
    String payout = given.payout("APPROVE", "SEND", "SETTLE");
    Map<String, Object> all = Map.of("payeeId", given.payee(), "currency", "USD");

    Outcome ends = api.read("ledgerStatement", all);
    assertThat(ends.text("openingBalance.amount")).isEqualTo("0.00");
    assertThat(ends.text("closingBalance.amount")).isEqualTo("0.00");
    Outcome lines = api.read("ledgerStatementLines", all);
    assertThat(lines.list("about")).containsExactly(given.reward(), payout);
    assertThat(lines.list("step")).containsExactly("APPROVE", "SEND");
    assertThat(lines.list("change.amount")).containsExactly("3000.00", "-3000.00");
    assertThat(lines.list("balance.amount")).containsExactly("3000.00", "0.00");

    String sent = String.valueOf(lines.list("recordedAt").getLast());
    Map<String, Object> later = new HashMap<>(all);
    later.put("from", sent);
    later.put("to", "2999-01-01T00:00:00Z");
    assertThat(api.read("ledgerStatement", later).text("openingBalance.amount"))
        .isEqualTo("3000.00");
    assertThat(api.read("ledgerStatementLines", later).list("step")).containsExactly("SEND");
    assertThat(api.call("ledgerStatement", Map.of("payeeId", "per_none", "currency", "USD")).code())
        .isEqualTo("not-found");
    assertThat(
            api.call("ledgerStatement", Map.of("payeeId", given.payee(), "currency", "XXQ")).code())
        .isEqualTo("invalid-request");
  }

  @Scenario
  void shouldBalance(Api api) {
    Given.wonDeal(api).approved().payout("APPROVE", "SEND", "SETTLE");

    Outcome trial = api.call("trialBalance");

    assertThat(trial.text("totals.0.balanced")).isEqualTo("true");
    assertThat(trial.text("totals.0.debit.amount")).isEqualTo("3000.00");
    assertThat(List.of(trial.text("rows.0.account"), trial.text("rows.0.debit.amount")))
        .containsExactly("EXPENSE", "3000.00");
    assertThat(trial.ok().get("rows"))
        .isEqualTo(api.byTheOtherWay().call("trialBalance").ok().get("rows"));
  }
}
