package app.vouch.contract;

import static org.assertj.core.api.Assertions.assertThat;

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
