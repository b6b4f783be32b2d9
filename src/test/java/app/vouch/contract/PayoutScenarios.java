package app.vouch.contract;

import static app.vouch.TestApi.unique;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

abstract class PayoutScenarios extends ContractSuite {

  private static Map<String, Object> payout(Given given, String key) {
    return Map.of("payeeId", given.payee(), "currency", "USD", "idempotencyKey", key);
  }

  private static Outcome step(Api api, String id, String action) {
    return api.call("transitionPayout", Map.of("id", id, "action", action));
  }

  @Scenario
  void shouldPayWhatIsAvailable(Api api) {
    Given given = Given.wonDeal(api).approved();

    Outcome made = api.write("createPayout", payout(given, "payout-1"));
    assertThat(made.text("state")).isEqualTo("DRAFT");
    assertThat(made.text("amount.amount")).isEqualTo("3000.00");
    assertThat(made.text("rewardIds")).isEqualTo("[" + given.reward() + "]");
    String id = made.text("id");
    assertThat(api.call("createPayout", payout(given, "payout-1")).replayed()).isTrue();

    for (String action : List.of("APPROVE", "SEND", "SEND", "SETTLE")) {
      step(given.mia(), id, action).ok();
    }
    assertThat(api.read("payout", Map.of("id", id)).text("state")).isEqualTo("SETTLED");
    assertThat(api.read("payouts", Map.of("state", "SETTLED", "payeeId", given.payee())).list("id"))
        .containsExactly(id);
    assertThat(api.read("payouts", Map.of("state", "DRAFT")).list()).isEmpty();
    assertThat(api.read("reward", Map.of("id", given.reward())).text("state")).isEqualTo("PAID");
  }

  @Scenario
  void shouldNeedAKeyAndSomethingToPay(Api api) {
    Given given = Given.wonDeal(api);

    assertThat(api.call("createPayout", Map.of("payeeId", given.payee(), "currency", "USD")).code())
        .isEqualTo("idempotency-key-required");
    assertThat(api.call("createPayout", payout(given, unique("payout"))).code())
        .isEqualTo("reward-not-payable");
  }

  @Scenario
  void shouldOweAgainWhenThePaymentFails(Api api) {
    Given given = Given.wonDeal(api).approved();
    String id = given.payout("APPROVE", "SEND");

    assertThat(step(given.mia(), id, "FAIL").code()).isEqualTo("reason-required");
    assertThat(
            given
                .mia()
                .write(
                    "transitionPayout",
                    Map.of("id", id, "action", "FAIL", "reasonCode", "ACCOUNT_CLOSED"))
                .text("state"))
        .isEqualTo("FAILED");
    assertThat(api.call("reward", Map.of("id", given.reward())).text("state"))
        .isEqualTo("AVAILABLE");
    assertThat(given.payout("CANCEL")).isNotEqualTo(id);
  }

  @Scenario
  void shouldNameWhatIsAllowedWhenAStepIsNot(Api api) {
    Given given = Given.wonDeal(api).approved();
    String id = given.payout();

    Outcome refused = step(given.mia(), id, "SETTLE");

    assertThat(refused.code()).isEqualTo("transition-not-allowed");
    assertThat(refused.no().message()).contains("APPROVE", "CANCEL");
    Outcome scope = step(api.withScopes("payouts:write"), id, "APPROVE");
    assertThat(scope.code()).isEqualTo("missing-scope");
    assertThat(scope.no().message()).contains("payouts:approve");
  }

  @Scenario
  void shouldStoreNothingWhenItIsADryRun(Api api) {
    Given given = Given.wonDeal(api).approved();

    Outcome preview =
        api.call(
            "createPayout", Map.of("payeeId", given.payee(), "currency", "USD", "dryRun", true));

    assertThat(preview.text("amount.amount")).isEqualTo("3000.00");
    assertThat(preview.previewedEvents()).containsExactly("payout.created");
    assertThat(api.read("payouts", Map.of()).list()).isEmpty();
  }
}
