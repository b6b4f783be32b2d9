package app.vouch.incentive.recognition;

import static app.vouch.TestApi.api;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import app.vouch.TestClock;
import app.vouch.incentive.IncentiveStory;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Bronze from one won referral in 30 days, silver from two, gold from four. */
@QuarkusTest
class RecognitionTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String TIERS =
      """
      "tiers":[1,2,4],"recognition":{"window":"P30D","levels":[
        {"name":"Bronze","benefits":"A mug"},{"name":"Silver"},{"name":"Gold"}]}""";

  @Inject TestClock testClock;
  @Inject Clock clock;

  @Test
  void shouldClimbWithEachWin() {
    IncentiveStory first = IncentiveStory.withMembers(TIERS);
    recognition(first)
        .body("tier", equalTo(0))
        .body("name", nullValue())
        .body("nextFrom", equalTo(1));

    first.won();
    recognition(first)
        .body("tier", equalTo(1))
        .body("name", equalTo("Bronze"))
        .body("benefits", equalTo("A mug"))
        .body("counted", equalTo(1))
        .body("nextFrom", equalTo(2));
    first.another().won();

    recognition(first).body("tier", equalTo(2)).body("nextFrom", equalTo(4));
    changes(first)
        .body("data.fromTier", contains(1, 0))
        .body("data.toTier", contains(2, 1))
        .body("data.counted", contains(2, 1));
    assertThat(tierEvents(first)).containsExactly("Bronze", "Silver");
  }

  @Test
  void shouldFallAtOnceWhenAWinIsNoneAnyMore() {
    IncentiveStory story = IncentiveStory.withMembers(TIERS).won();

    story.reopened();
    recognition(story).body("tier", equalTo(0)).body("counted", equalTo(0));
    story.won();

    recognition(story).body("tier", equalTo(1));
    changes(story).body("data.toTier", contains(1, 0, 1));
    story.move("REJECT");
    recognition(story).body("tier", equalTo(0));
  }

  @Test
  void shouldNotCountTheSameWinTwice() {
    IncentiveStory story = IncentiveStory.withMembers(TIERS).won("1000.00");

    story.won("1000.00");
    story.won("2000.00");

    recognition(story).body("counted", equalTo(1));
    changes(story).body("data", hasSize(1));
  }

  @Test
  void shouldFallByItselfWhenAWinLeavesTheWindow() {
    IncentiveStory first = IncentiveStory.withMembers(TIERS).won();
    testClock.advance(Duration.ofDays(10));
    first.another().won();
    recognition(first).body("tier", equalTo(2));

    testClock.advance(Duration.ofDays(20).minusHours(1));
    recognition(first).body("tier", equalTo(2));
    testClock.advance(Duration.ofHours(1).plusMinutes(1));

    awaitTier(first, 1);
    testClock.advance(Duration.ofDays(10).plusMinutes(1));
    awaitTier(first, 0);
    changes(first).body("data.toTier", contains(0, 1, 2, 1));
  }

  @Test
  void shouldCountEachOfManyWinsAtOnce() throws Exception {
    IncentiveStory story = IncentiveStory.withMembers(TIERS);
    List<IncentiveStory> stories = IntStream.range(0, 4).mapToObj(i -> story.another()).toList();

    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (var win :
          threads.invokeAll(
              stories.stream().<Callable<IncentiveStory>>map(s -> () -> s.won()).toList())) {
        win.get();
      }
    }

    recognition(story).body("counted", equalTo(4)).body("tier", equalTo(3));
  }

  @Test
  void shouldCountAgainWhenOtherTiersTakeEffect() {
    IncentiveStory story = IncentiveStory.withMembers(TIERS).won();
    String version =
        api(story.key())
            .body("{\"currency\":\"USD\",\"tiers\":[3]}")
            .post("/v1/programs/" + program(story) + "/versions")
            .path("id");

    api(story.key()).post("/v1/program-versions/" + version + "/publish").then().statusCode(200);

    awaitTier(story, 0);
  }

  @Test
  void shouldRankWhoLeadsAndLetEqualsShareARank() {
    IncentiveStory kim = IncentiveStory.withMembers(TIERS).won();
    kim.another().won();
    IncentiveStory lou = kim.otherPayee().won();
    IncentiveStory max = kim.otherPayee().won();

    leaderboard(kim, "")
        .body("entries.won", contains(2, 1, 1))
        .body("entries.rank", contains(1, 2, 2))
        .body("entries[0].referrerId", equalTo(kim.referrer()))
        .body("entries[0].tierName", equalTo("Silver"))
        .body("tiers.referrers", contains(2, 1, 0))
        .body("tiers.name", contains("Bronze", "Silver", "Gold"));
    leaderboard(kim, "?limit=1").body("entries", hasSize(1));
    leaderboard(kim, "?to=" + clock.instant().minus(Duration.ofDays(1))).body("entries", empty());

    hide(kim, "HIDDEN");
    leaderboard(kim, "")
        .body("entries.rank", contains(1, 1))
        .body("tiers.referrers", contains(2, 1, 0));
    hide(kim, "SHOWN");
    api(kim.key())
        .body(Map.of("action", "REMOVE"))
        .post("/v1/referrers/" + lou.referrer() + "/transitions")
        .then()
        .statusCode(200);
    leaderboard(kim, "").body("entries.referrerId", contains(kim.referrer(), max.referrer()));
  }

  @Test
  void shouldNameNobodyWhereTheProgramShowsNumbersOnly() {
    IncentiveStory story =
        IncentiveStory.withMembers(
                TIERS.replace("\"window\"", "\"leaderboard\":\"AGGREGATE\",\"window\""))
            .won();

    leaderboard(story, "").body("entries", empty()).body("tiers.referrers", contains(1, 0, 0));
  }

  @Test
  void shouldRefuseATimeThatEndsBeforeItBegins() {
    IncentiveStory story = IncentiveStory.withMembers(TIERS);
    Instant now = clock.instant();

    api(story.key())
        .get(
            "/v1/programs/%s/leaderboard?from=%s&to=%s"
                .formatted(program(story), now, now.minusSeconds(1)))
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/to"));
  }

  private void awaitTier(IncentiveStory story, int tier) {
    await().atMost(SOON).untilAsserted(() -> recognition(story).body("tier", equalTo(tier)));
  }

  private static void hide(IncentiveStory story, String visibility) {
    api(story.key())
        .body(Map.of("leaderboard", visibility))
        .put("/v1/referrers/" + story.referrer() + "/recognition")
        .then()
        .statusCode(200)
        .body("leaderboard", equalTo(visibility));
  }

  private static String program(IncentiveStory story) {
    return api(story.key()).get("/v1/programs").path("data[0].id");
  }

  private static ValidatableResponse recognition(IncentiveStory story) {
    return get(story, "/v1/referrers/" + story.referrer() + "/recognition");
  }

  private static ValidatableResponse changes(IncentiveStory story) {
    return get(story, "/v1/referrers/" + story.referrer() + "/tier-changes");
  }

  private static ValidatableResponse leaderboard(IncentiveStory story, String query) {
    return get(story, "/v1/programs/" + program(story) + "/leaderboard" + query);
  }

  private static ValidatableResponse get(IncentiveStory story, String path) {
    return api(story.key()).get(path).then().statusCode(200);
  }

  private static List<String> tierEvents(IncentiveStory story) {
    return api(story.key())
        .get("/v1/events?types=referrer.tier_changed")
        .then()
        .extract()
        .jsonPath()
        .getList("data.data.recognition.name");
  }
}
