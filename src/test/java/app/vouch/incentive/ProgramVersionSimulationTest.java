package app.vouch.incentive;

import static app.vouch.TestApi.api;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.lessThan;

import app.vouch.TenantRows;
import app.vouch.platform.access.Actor;
import app.vouch.platform.tenant.TenantScope;
import app.vouch.shared.IdType;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a version would have granted for deals that were won, told without granting it. */
@QuarkusTest
class ProgramVersionSimulationTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String EVER =
      "\"from\":\"2000-01-01T00:00:00Z\",\"to\":\"2100-01-01T00:00:00Z\"";
  private static final List<String> BOOKS =
      List.of(
          "reward",
          "reward_calculation",
          "reward_gate",
          "ledger_account",
          "ledger_entry",
          "ledger_leg",
          "ledger_resolution",
          "payout",
          "arrears",
          "attribution",
          "attribution_version",
          "credit",
          "deal",
          "referral");
  private static final String OTHER_RULES =
      """
      {"id":"won-5","trigger":"WON","hold":"P0D","amount":{"type":"PERCENT","percent":"5"}},
      {"id":"welcome","trigger":"ACCEPTED","hold":"P0D",
       "amount":{"type":"FIXED","value":{"amount":"50.00","currency":"USD"}}}""";

  @Inject ProgramVersionSimulationService simulations;
  @Inject TenantScope scope;

  @Test
  void shouldTellWhatADraftWouldHaveGrantedAndLeaveTheBooksAlone() {
    IncentiveStory story = IncentiveStory.demo().won("48000.00");
    String draft = draft(story, OTHER_RULES);
    Map<String, List<String>> before = books(story);
    assertThat(before).containsKeys("reward", "ledger_entry", "ledger_leg", "reward_calculation");

    Simulated simulated = simulate(story, draft, "{%s}".formatted(EVER));

    JsonPath deal = simulated.result(1);
    assertThat(deal.getList("wouldGrant.ruleId")).containsExactly("welcome", "won-5");
    assertThat(deal.getList("wouldGrant.beneficiary")).containsOnly("REFERRER");
    assertThat(deal.getList("wouldGrant.amount.amount")).containsExactly("50.00", "2400.00");
    assertThat(deal.getList("granted.ruleId")).containsExactly("won-10");
    assertThat(deal.getList("granted.amount.amount")).containsExactly("3000.00");
    JsonPath totals = simulated.result(0);
    assertThat(simulated.items().getString("data[0].resourceId")).isEqualTo(draft);
    assertThat(totals.getInt("deals")).isEqualTo(1);
    assertThat(totals.getInt("faulty")).isZero();
    assertThat(totals.getBoolean("more")).isFalse();
    assertThat(totals.getList("wouldGrant.amount")).containsExactly("2450.00");
    assertThat(totals.getList("granted.amount")).containsExactly("3000.00");
    assertThat(books(story)).isEqualTo(before);
  }

  @Test
  void shouldComeToTheSameAsTheVersionThatGranted() {
    IncentiveStory first =
        IncentiveStory.with(
                """
                {"id":"capped","trigger":"WON","amount":{"type":"PERCENT","percent":"10"},"hold":"P0D",
                 "capPerPeriod":{"amount":"1000.00","currency":"USD","per":"P30D"},"expires":"P3Y"}""")
            .won("7000.00");
    first.another().won("5000.00");
    first.another().won("5000.00");
    String published = api(first.key()).get("/v1/rewards").path("data[0].programVersionId");

    Simulated simulated = simulate(first, published, "{%s}".formatted(EVER));

    assertThat(simulated.items().getList("data")).hasSize(4);
    for (int deal = 1; deal < 4; deal++) {
      JsonPath result = simulated.result(deal);
      assertThat(result.getList("wouldGrant.amount.amount"))
          .isEqualTo(result.getList("granted.amount.amount"));
    }
    assertThat(simulated.result(0).getList("wouldGrant.amount")).containsExactly("1000.00");
    assertThat(simulated.result(0).getList("granted.amount")).containsExactly("1000.00");
  }

  @Test
  void shouldGoByWhatItWouldHaveGrantedInPiecesBefore() {
    IncentiveStory story = IncentiveStory.demo().won("100.00");
    for (int more = 0; more < 21; more++) {
      story.another().won("100.00");
    }
    String draft =
        draft(
            story,
            """
            {"id":"capped","trigger":"WON","amount":{"type":"PERCENT","percent":"10"},"hold":"P0D",
             "capPerPeriod":{"amount":"205.00","currency":"USD","per":"P30D"}}""");

    JsonPath totals = simulate(story, draft, "{%s}".formatted(EVER)).result(0);
    JsonPath some = simulate(story, draft, "{%s,\"limit\":3}".formatted(EVER)).result(0);

    assertThat(totals.getInt("deals")).isEqualTo(22);
    assertThat(totals.getList("wouldGrant.amount")).containsExactly("205.00");
    assertThat(totals.getList("granted.amount")).containsExactly("220.00");
    assertThat(some.getInt("deals")).isEqualTo(3);
    assertThat(some.getBoolean("more")).isTrue();
    assertThat(some.getList("wouldGrant.amount")).containsExactly("30.00");
  }

  @Test
  void shouldNameTheDealWhoseRateIsMissing() {
    IncentiveStory story = IncentiveStory.demo();
    story.deal("WON", "20000.00", "EUR").statusCode(lessThan(300));
    String deal = api(story.key()).get("/v1/deals").path("data[0].id");

    Simulated simulated = simulate(story, draft(story, OTHER_RULES), "{%s}".formatted(EVER));

    JsonPath items = simulated.items();
    assertThat(items.getString("data[1].resourceId")).isEqualTo(deal);
    assertThat(items.getString("data[1].code")).isEqualTo("fx-rate-missing");
    assertThat(items.getString("data[1].message")).contains("won-5", "EUR");
    JsonPath result = simulated.result(1);
    assertThat(result.getList("wouldGrant.fault")).containsExactly(null, "FX_RATE_MISSING");
    assertThat(result.getString("wouldGrant[0].amount.amount")).isEqualTo("50.00");
    assertThat(result.getString("wouldGrant[1].amount")).isNull();
    assertThat(simulated.result(0).getInt("faulty")).isEqualTo(1);
    assertThat(simulated.result(0).getList("wouldGrant.amount")).containsExactly("50.00");
  }

  @Test
  void shouldLookAtDealsOfTheProgramAndTheSpanOnly() {
    IncentiveStory story = IncentiveStory.demo().won("48000.00");
    String draft = draft(story, OTHER_RULES);
    String program =
        api(story.key())
            .body(Map.of("name", "Other", "defaultProgram", false))
            .post("/v1/programs")
            .path("id");
    String other = draft(story, program, OTHER_RULES);

    JsonPath elsewhere = simulate(story, other, "{%s}".formatted(EVER)).result(0);
    JsonPath earlier =
        simulate(
                story, draft, "{\"from\":\"2000-01-01T00:00:00Z\",\"to\":\"2001-01-01T00:00:00Z\"}")
            .result(0);

    assertThat(elsewhere.getInt("deals")).isZero();
    assertThat(earlier.getInt("deals")).isZero();
    assertThat(earlier.getList("wouldGrant")).isEmpty();
  }

  @Test
  void shouldNotGoOnWithADraftThatChanged() {
    IncentiveStory story = IncentiveStory.demo();
    String draft = draft(story, OTHER_RULES);
    Simulation begun =
        new Simulation(draft, version(story, draft), Instant.EPOCH, Instant.now(), 1);
    api(story.key())
        .contentType("application/merge-patch+json")
        .header("If-Match", "\"%d\"".formatted(version(story, draft)))
        .body("{\"rewards\":[]}")
        .patch("/v1/program-versions/" + draft)
        .then()
        .statusCode(200);

    assertThatThrownBy(
            () ->
                scope.call(
                    story.tenant(),
                    Actor.system("test"),
                    "test",
                    () -> simulations.run(UUID.randomUUID(), begun, null)))
        .isInstanceOfSatisfying(
            Refusal.Rule.class,
            refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.VERSION_MISMATCH))
        .hasMessageContaining(draft);
  }

  private static int version(IncentiveStory story, String programVersion) {
    return api(story.key()).get("/v1/program-versions/" + programVersion).path("version");
  }

  private record Simulated(JsonPath items) {
    JsonPath result(int item) {
      return JsonPath.from(items.getString("data[%d].result".formatted(item)));
    }
  }

  private static Simulated simulate(IncentiveStory story, String version, String body) {
    String job =
        api(story.key())
            .body(body)
            .post("/v1/program-versions/" + version + "/simulations")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    await()
        .atMost(SOON)
        .until(() -> "FINISHED".equals(api(story.key()).get("/v1/jobs/" + job).path("state")));
    return new Simulated(
        api(story.key()).get("/v1/jobs/" + job + "/items").then().extract().jsonPath());
  }

  private static String draft(IncentiveStory story, String rules) {
    return draft(story, api(story.key()).get("/v1/programs").path("data[0].id"), rules);
  }

  private static String draft(IncentiveStory story, String program, String rules) {
    return api(story.key())
        .body("{\"currency\":\"USD\",\"rewards\":[%s]}".formatted(rules))
        .post("/v1/programs/" + program + "/versions")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static Map<String, List<String>> books(IncentiveStory story) {
    Map<String, List<String>> rows =
        new TreeMap<>(TenantRows.settled(IdType.TENANT.format(story.tenant())));
    rows.keySet().retainAll(BOOKS);
    return rows;
  }
}
