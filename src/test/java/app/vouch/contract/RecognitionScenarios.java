package app.vouch.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

abstract class RecognitionScenarios extends ContractSuite {
  private static final Map<String, Object> TIERS =
      Map.of(
          "tiers",
          List.of(1, 3),
          "recognition",
          Map.of(
              "window",
              "P12M",
              "leaderboard",
              "NAMED",
              "levels",
              List.of(Map.of("name", "Bronze", "benefits", "A mug"), Map.of("name", "Silver"))));

  @Scenario
  void shouldRecognizeWhoRefersAndLetThemHide(Api api) {
    Given given = Given.program(api, TIERS);
    String referrer = given.referrer();
    String referral = given.captured("ann@acme.example");
    api.write(
        "upsertDeal",
        Given.deal(
            "D-1", "milestone", "WON", "amount", Given.usd("2000.00"), "referralId", referral));

    Outcome recognition = api.read("referrerRecognition", Map.of("id", referrer));
    assertThat(recognition.text("tier")).isEqualTo("1");
    assertThat(recognition.text("name")).isEqualTo("Bronze");
    assertThat(recognition.text("benefits")).isEqualTo("A mug");
    assertThat(recognition.text("nextFrom")).isEqualTo("3");
    assertThat(api.read("tierChanges", Map.of("id", referrer)).list("toTier")).containsExactly("1");
    Map<String, Object> year =
        Map.of("id", given.program(), "from", "2026-01-01T00:00:00Z", "to", "2036-01-01T00:00:00Z");
    Outcome leaders = api.read("leaderboard", year);
    assertThat(leaders.text("entries.0.referrerId")).isEqualTo(referrer);
    assertThat(leaders.text("entries.0.rank")).isEqualTo("1");
    assertThat(leaders.text("tiers.0.referrers")).isEqualTo("1");

    Outcome hidden =
        api.write("setReferrerRecognition", Map.of("id", referrer, "leaderboard", "HIDDEN"));

    assertThat(hidden.text("leaderboard")).isEqualTo("HIDDEN");
    assertThat(api.read("leaderboard", year).text("entries")).isEqualTo("[]");
  }
}
