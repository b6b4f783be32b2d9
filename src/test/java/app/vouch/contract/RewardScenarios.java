package app.vouch.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

abstract class RewardScenarios extends ContractSuite {

  @Scenario
  void shouldWaitForApprovalAndExplainItself(Api api) {
    Given given = Given.wonDeal(api);
    String id = given.reward();

    Outcome reward = api.read("reward", Map.of("id", id));
    assertThat(reward.text("state")).isEqualTo("PENDING");
    assertThat(reward.text("reasons")).isEqualTo("[APPROVAL]");
    assertThat(reward.text("amount.amount")).isEqualTo("3000.00");
    Outcome explanation = api.read("rewardExplanation", Map.of("id", id));
    assertThat(explanation.text("ruleId")).isEqualTo("won-10");
    assertThat(explanation.text("calculations.0.capApplied")).isEqualTo("true");
    for (Map<String, Object> filter :
        List.<Map<String, Object>>of(
            Map.of("state", "PENDING"),
            Map.of("payeeId", reward.text("payeeId")),
            Map.of("referralId", reward.text("referralId")))) {
      assertThat(api.read("rewards", filter).list("id")).as("%s", filter).containsExactly(id);
    }
    assertThat(api.read("rewards", Map.of("state", "PAID")).list()).isEmpty();
  }

  @Scenario
  void shouldApproveHoldReleaseAndReverse(Api api) {
    Given given = Given.wonDeal(api);
    String id = given.reward();

    Outcome preview =
        api.call("transitionReward", Map.of("id", id, "action", "APPROVE", "dryRun", true));
    assertThat(preview.previewedEvents())
        .containsExactly("reward.approved", "reward.made_available");
    for (List<String> step :
        List.of(
            List.of("APPROVE", "AVAILABLE"),
            List.of("HOLD", "HELD"),
            List.of("RELEASE", "AVAILABLE"))) {
      assertThat(
              given
                  .mia()
                  .write("transitionReward", Map.of("id", id, "action", step.getFirst()))
                  .text("state"))
          .isEqualTo(step.getLast());
    }
    assertThat(api.call("transitionReward", Map.of("id", id, "action", "REVERSE")).code())
        .isEqualTo("reason-required");
    assertThat(
            api.write(
                    "transitionReward",
                    Map.of("id", id, "action", "REVERSE", "reasonCode", "NOT_ELIGIBLE"))
                .text("state"))
        .isEqualTo("REVERSED");
  }

  @Scenario
  void shouldDenyWithAReason(Api api) {
    String id = Given.wonDeal(api).reward();

    assertThat(api.call("transitionReward", Map.of("id", id, "action", "DENY")).code())
        .isEqualTo("reason-required");
    Outcome denied =
        api.write(
            "transitionReward", Map.of("id", id, "action", "DENY", "reasonCode", "NOT_ELIGIBLE"));
    assertThat(denied.text("state")).isEqualTo("DENIED");
    assertThat(denied.text("reasonCode")).isEqualTo("NOT_ELIGIBLE");
  }

  @Scenario
  void shouldNameWhatIsAllowedWhenADecisionIsNot(Api api) {
    String id = Given.wonDeal(api).reward();

    Outcome refused = api.call("transitionReward", Map.of("id", id, "action", "RELEASE"));

    assertThat(refused.code()).isEqualTo("transition-not-allowed");
    assertThat(refused.no().message()).contains("PENDING", "APPROVE", "DENY");
  }

  @Scenario
  void shouldNeedTwoPeopleAboveTheAmountOfTheRules(Api api) {
    Map<String, Object> rule = new HashMap<>(Given.REWARD);
    rule.put("approval", Map.of("by", "PERSON", "fourEyesAbove", "2999.99"));
    Given given = Given.program(api, Map.of("rewards", List.of(rule)));
    String referral = given.captured("ann@acme.example");
    api.write(
            "upsertDeal",
            Given.deal(
                "D-1", "milestone", "WON", "amount", Given.usd("48000.00"), "referralId", referral))
        .ok();
    Map<String, Object> approve = Map.of("id", given.reward(), "action", "APPROVE");

    assertThat(api.call("transitionReward", approve).code()).isEqualTo("actor-required");
    assertThat(given.mia().write("transitionReward", approve).text("state")).isEqualTo("PENDING");
    assertThat(given.mia().call("transitionReward", approve).code()).isEqualTo("four-eyes");
    assertThat(api.actingFor("crm:fay").write("transitionReward", approve).text("state"))
        .isEqualTo("AVAILABLE");
  }
}
