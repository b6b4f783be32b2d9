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
  void shouldFulfilWhatIsNoMoney(Api api) {
    Map<String, Object> amount = Map.of("quantity", "500", "unit", "POINTS");
    Given given =
        Given.program(
            api,
            Map.of(
                "rewards",
                List.of(
                    Map.of(
                        "id",
                        "thanks",
                        "trigger",
                        "ACCEPTED",
                        "kind",
                        "POINTS",
                        "referrerKinds",
                        List.of("CUSTOMER", "OTHER"),
                        "unitWorth",
                        "0.01",
                        "amount",
                        Map.of("type", "FIXED", "value", amount),
                        "hold",
                        "P0D",
                        "approval",
                        Map.of("by", "AUTOMATIC")))));
    String referral = given.captured("ann@acme.example");
    Outcome granted = api.read("rewards", Map.of("referralId", referral));
    assertThat(granted.list("kind")).containsExactly("POINTS");
    assertThat(granted.list("amount.quantity")).containsExactly("500");
    String id = String.valueOf(granted.list("id").getFirst());

    Outcome fulfilled = api.write("transitionReward", Map.of("id", id, "action", "FULFIL"));

    assertThat(fulfilled.text("state")).isEqualTo("FULFILLED");
    Outcome entries = api.read("ledgerEntries", Map.of("about", id));
    assertThat(entries.list("legs.0.amount.unit")).containsOnly("POINTS");
    assertThat(
            api.call(
                    "transitionReward",
                    Map.of("id", Given.wonDeal(api).reward(), "action", "FULFIL"))
                .code())
        .isEqualTo("transition-not-allowed");
  }

  @Scenario
  void shouldWaitForRoomInTheBudget(Api api) {
    Given given = Given.program(api, Map.of("rewards", List.of(Given.REWARD)));
    Map<String, Object> budget = Map.of("id", given.program(), "currency", "USD");

    Outcome set =
        api.write(
            "setProgramBudget",
            Map.of("id", given.program(), "currency", "USD", "limit", "100.00"));
    assertThat(set.text("left.amount")).isEqualTo("100.00");
    String referral = given.captured("ann@acme.example");
    api.write(
        "upsertDeal",
        Given.deal(
            "D-1", "milestone", "WON", "amount", Given.usd("2000.00"), "referralId", referral));

    assertThat(api.read("rewards", Map.of("referralId", referral)).list("reasons.1"))
        .contains("BUDGET");
    Outcome stands = api.read("programBudget", budget);
    assertThat(stands.text("spent.amount")).isEqualTo("0.00");
    assertThat(stands.text("waiting")).isEqualTo("1");
    assertThat(stands.text("waitingAmount.amount")).isEqualTo("200.00");
    assertThat(
            api.call(
                    "setProgramBudget",
                    Map.of("id", given.program(), "currency", "USD", "limit", "-1.00"))
                .code())
        .isEqualTo("amount-out-of-range");
    assertThat(api.call("setProgramBudget", Map.of("id", given.program(), "currency", "US")).code())
        .isEqualTo("invalid-request");
    assertThat(api.write("setProgramBudget", budget).text("limit")).isEqualTo("null");
  }

  @Scenario
  void shouldPayBySteps(Api api) {
    Map<String, Object> rule = new HashMap<>(Given.REWARD);
    rule.put(
        "amount",
        Map.of(
            "type",
            "TIERED",
            "per",
            "P12M",
            "steps",
            List.of(
                Map.of("from", 1, "percent", "5"),
                Map.of("from", 2, "value", Given.usd("900.00")))));
    rule.put("minimumDeal", Given.usd("1000.00"));
    rule.put("capPerPeriod", Map.of("amount", "1000.00", "currency", "USD", "per", "P12M"));
    Given given = Given.program(api, Map.of("rewards", List.of(rule)));
    for (String prospect : List.of("ann", "bo", "cy")) {
      api.write(
              "upsertDeal",
              Given.deal(
                  prospect,
                  "milestone",
                  "WON",
                  "amount",
                  Given.usd(prospect.equals("cy") ? "999.99" : "8000.00"),
                  "referralId",
                  given.captured(prospect + "@" + prospect + ".example")))
          .ok();
    }

    Outcome rewards = api.read("rewards", Map.of());
    assertThat(rewards.list("amount.amount")).containsExactly("600.00", "400.00");
    Outcome explained = api.read("rewardExplanation", Map.of("id", given.reward()));
    assertThat(explained.text("calculations.0.countInPeriod")).isEqualTo("2");
    assertThat(explained.text("calculations.0.fixed.amount")).isEqualTo("900.00");
    assertThat(explained.text("calculations.0.leftInPeriod.amount")).isEqualTo("600.00");
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
