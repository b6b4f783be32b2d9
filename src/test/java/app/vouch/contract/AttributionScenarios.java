package app.vouch.contract;

import static app.vouch.contract.Given.deal;
import static app.vouch.contract.Given.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

abstract class AttributionScenarios extends ContractSuite {

  @Scenario
  void shouldCreditAWonDealAndExplainIt(Api api) {
    Given.wonDeal(api);
    String deal = String.valueOf(api.call("deals").list("id").getFirst());

    Outcome versions = api.read("attributions", Map.of("dealId", deal));
    assertThat(versions.list("cause")).containsExactly("DEAL_WON");
    assertThat(versions.list("credits.0.amount.amount")).containsExactly("48000.00");
    String id = String.valueOf(versions.list("id").getFirst());
    assertThat(api.read("attribution", Map.of("id", id)).text("model")).isEqualTo("LINEAR");
    Outcome explanation = api.read("attributionExplanation", Map.of("id", id));
    assertThat(explanation.text("touchpoints.0.verdict")).isEqualTo("CREDITED");
    assertThat(explanation.text("inputsHash"))
        .isEqualTo(api.call("attribution", Map.of("id", id)).text("inputsHash"));
  }

  @Scenario
  void shouldKeepEveryVersionWhenTheAmountChanges(Api api) {
    Given.wonDeal(api);
    api.write("upsertDeal", deal("D-1", "amount", usd("50000.00"))).ok();
    String deal = String.valueOf(api.call("deals").list("id").getFirst());

    Outcome versions = api.read("attributions", Map.of("dealId", deal));
    assertThat(versions.list("cause")).containsExactly("AMOUNT_CHANGED", "DEAL_WON");
    String id = String.valueOf(versions.list("id").getFirst());
    assertThat(api.read("attribution", Map.of("id", id)).text("amount.amount"))
        .isEqualTo("50000.00");
    assertThat(api.read("attribution", Map.of("id", id, "version", 1)).text("amount.amount"))
        .isEqualTo("48000.00");
    assertThat(api.read("attributionExplanation", Map.of("id", id, "version", 1)).text("version"))
        .isEqualTo("1");
    assertThat(api.call("attribution", Map.of("id", id, "version", 9)).code())
        .isEqualTo("not-found");
  }

  @Scenario
  void shouldComputeAgainWithEvidenceByHand(Api api) {
    Given.wonDeal(api);
    String deal = String.valueOf(api.call("deals").list("id").getFirst());
    String referral = String.valueOf(api.call("referrals").list("id").getFirst());

    Outcome touchpoint =
        api.write(
            "recordTouchpoint",
            Map.of("referralId", referral, "dealId", deal, "evidence", "dinner with the buyer"));
    assertThat(api.read("touchpoint", Map.of("id", touchpoint.text("id"))).ok())
        .isEqualTo(touchpoint.ok());
    assertThat(api.read("touchpoints", Map.of("referralId", referral)).list("source"))
        .containsExactly("MANUAL", "CAPTURE");
    assertThat(api.read("touchpoints", Map.of("first", 1)).list("evidence"))
        .containsExactly("dinner with the buyer");

    assertThat(api.call("computeAttribution", Map.of("id", deal, "dryRun", true)).preview())
        .isNotNull();
    assertThat(api.write("computeAttribution", Map.of("id", deal)).text("dealId")).isEqualTo(deal);
  }

  @Scenario
  void shouldRefuseToCreditWhatIsNotWonOrOfNobody(Api api) {
    String open = api.write("upsertDeal", deal("D-1")).text("id");
    String won = api.write("upsertDeal", deal("D-2", "milestone", "WON")).text("id");

    assertThat(api.call("computeAttribution", Map.of("id", open)).code()).isEqualTo("deal-not-won");
    assertThat(api.call("computeAttribution", Map.of("id", won)).code())
        .isEqualTo("nothing-to-attribute");
    assertThat(api.read("attributions", Map.of("dealId", won)).list()).isEmpty();
    assertThat(
            api.call(
                    "recordTouchpoint",
                    Map.of("referralId", "ref_01h455vb4pex5vsknk084sn02q", "evidence", "none"))
                .code())
        .isEqualTo("unknown-reference");
  }
}
