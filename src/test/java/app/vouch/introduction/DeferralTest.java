package app.vouch.introduction;

import static app.vouch.TestApi.api;
import static app.vouch.introduction.IntroductionStory.answer;
import static app.vouch.introduction.IntroductionStory.consents;
import static app.vouch.introduction.IntroductionStory.nonce;
import static app.vouch.introduction.IntroductionStory.page;
import static app.vouch.introduction.IntroductionStory.state;
import static app.vouch.introduction.IntroductionStory.submit;
import static app.vouch.introduction.IntroductionStory.transition;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import app.vouch.TestClock;
import app.vouch.program.IntroductionSettings;
import app.vouch.program.ProgramSettings.AttestedConsent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A party that said "not now", and is back before the time. */
@QuarkusTest
class DeferralTest {
  private static final IntroductionSettings BOTH_ATTESTED =
      new IntroductionSettings(null, null, AttestedConsent.BOTH, null, null, null, null, null);

  @Inject IntroductionStory story;
  @Inject TestClock clock;
  @Inject Clock now;

  private void read() {
    clock.advance(Duration.ofSeconds(3));
  }

  private Response notNow(String link, int weeks) {
    String nonce = nonce(page(link).then().statusCode(200).extract().asString());
    read();
    return submit(
        link, Map.of("choice", "NOT_NOW", "weeks", Integer.toString(weeks), "nonce", nonce));
  }

  private static List<String> timeline(String id) {
    return api().get("/v1/introductions/" + id + "/timeline").path("data.action");
  }

  private static List<String> kinds(String id) {
    return api().get("/v1/introductions/" + id + "/messages").path("data.kind");
  }

  @ParameterizedTest
  @CsvSource({"ACCEPT, PROSPECT_ASKED", "DECLINE, CONNECTOR_DECLINED"})
  void shouldTakeTheConnectorsAnswerByTheSameLink(String choice, String state) {
    String id = story.requested();
    String link = story.link(id);
    notNow(link, 12).then().statusCode(200).body(containsString("the same link"));
    clock.advance(Duration.ofDays(40));

    answer(link, choice, this::read).then().statusCode(200);

    assertThat(state(id)).isEqualTo(state);
    assertThat(timeline(id)).contains("RESUME_CONNECTOR").doesNotContain("EXPIRE");
    assertThat(kinds(id)).containsOnlyOnce("CONNECTOR_ASK");
    page(link).then().statusCode(404);
  }

  @Test
  void shouldTakeTheProspectsYesByTheSameLink() {
    String id = story.requested();
    answer(story.link(id), "ACCEPT", this::read).then().statusCode(200);
    String link = story.link(id);
    notNow(link, 4).then().statusCode(200);
    clock.advance(Duration.ofDays(20));

    answer(link, "ACCEPT", this::read).then().statusCode(200);

    assertThat(state(id)).isEqualTo("MUTUAL");
    assertThat(timeline(id))
        .startsWith("PROSPECT_ACCEPT", "RESUME_PROSPECT", "DEFER", "ASK_PROSPECT");
    transition(id, Map.of("action", "INTRODUCE")).statusCode(200);
  }

  @Test
  void shouldPutItOffOnceMoreByTheSameLink() {
    String id = story.requested();
    String link = story.link(id);
    notNow(link, 2).then().statusCode(200);
    Instant first = until(id);

    notNow(link, 12).then().statusCode(200);

    assertThat(until(id)).isAfter(first.plus(Duration.ofDays(60)));
    answer(link, "ACCEPT", this::read).then().statusCode(200);
    assertThat(state(id)).isEqualTo("PROSPECT_ASKED");
  }

  private static Instant until(String id) {
    return Instant.parse(api().get("/v1/introductions/" + id).path("deferredUntil"));
  }

  @Test
  void shouldEndTheLinkWhenTheTimeIsOverAndAFreshOneIsDue() {
    String id = story.requested();
    String link = story.link(id);
    notNow(link, 2).then().statusCode(200);

    clock.advance(Duration.ofDays(14).plusMinutes(1));
    await().atMost(Duration.ofSeconds(60)).until(() -> state(id).equals("REQUESTED"));

    page(link).then().statusCode(404);
    answer(story.link(id), "ACCEPT", this::read).then().statusCode(200);
  }

  /** The connector's yes lapses after 30 days, while the prospect has put it off for longer. */
  private String putOffForTooLong(String[] link) {
    String id = story.requested();
    answer(story.link(id), "ACCEPT", this::read).then().statusCode(200);
    link[0] = story.link(id);
    notNow(link[0], 12).then().statusCode(200);
    clock.advance(Duration.ofDays(31));
    return id;
  }

  @Test
  void shouldAskTheConnectorOnceMoreWhenTheirYesHasLapsedMeanwhile() {
    String[] link = new String[1];
    String id = putOffForTooLong(link);

    answer(link[0], "ACCEPT", this::read)
        .then()
        .statusCode(200)
        .body(containsString("Kim Partner has to be asked once more first"));

    assertThat(state(id)).isEqualTo("REQUESTED");
    assertThat(consents(id)).hasSize(1);
    answer(story.link(id), "ACCEPT", this::read).then().statusCode(200);
    answer(story.link(id), "ACCEPT", this::read).then().statusCode(200);
    assertThat(state(id)).isEqualTo("MUTUAL");
  }

  @Test
  void shouldTakeANoEvenWhenTheConnectorsYesHasLapsedMeanwhile() {
    String[] link = new String[1];
    String id = putOffForTooLong(link);

    notNow(link[0], 2).then().statusCode(200).body(containsString("You will be asked again on"));
    assertThat(state(id)).isEqualTo("DEFERRED");
    answer(link[0], "DECLINE", this::read)
        .then()
        .statusCode(200)
        .body(containsString("Nothing is shared"));

    assertThat(state(id)).isEqualTo("CANCELLED");
    page(link[0]).then().statusCode(404);
  }

  private static Map<String, Object> said(String action) {
    return new HashMap<>(Map.of("action", action, "channel", "PHONE", "evidence", "said so"));
  }

  private String deferred(String id, int days) {
    String until = now.instant().plus(Duration.ofDays(days)).toString();
    transition(id, Map.of("action", "DEFER", "until", until)).statusCode(200);
    return until;
  }

  @Test
  void shouldTakeAttestedAnswersOfWhoDeferred() {
    String id = story.requested(story.referral(BOTH_ATTESTED, "Ann Lee").id());
    String link = story.link(id);
    deferred(id, 60);
    api()
        .get("/v1/introductions/" + id)
        .then()
        .body(
            "allowedActions",
            equalTo(
                List.of("CONNECTOR_ACCEPT", "CONNECTOR_DECLINE", "DEFER", "WITHDRAW", "CANCEL")));
    page(link).then().statusCode(200);

    transition(id, said("PROSPECT_ACCEPT"))
        .statusCode(409)
        .body("code", equalTo("transition-not-allowed"));
    String later = deferred(id, 90);
    assertThat(until(id)).isEqualTo(later);
    page(link).then().statusCode(200);
    transition(id, said("CONNECTOR_ACCEPT"))
        .statusCode(200)
        .body("state", equalTo("PROSPECT_ASKED"));
    deferred(id, 10);
    transition(id, said("PROSPECT_ACCEPT")).statusCode(200).body("state", equalTo("MUTUAL"));

    page(link).then().statusCode(404);
  }

  @Test
  void shouldNeverDeferForMoreThanHalfAYearFromWhenItIsSaid() {
    String id = story.requested();
    deferred(id, 179);

    transition(
            id,
            Map.of("action", "DEFER", "until", now.instant().plus(Duration.ofDays(181)).toString()))
        .statusCode(422)
        .body("code", equalTo("deferral-too-long"));

    assertThat(state(id)).isEqualTo("DEFERRED");
  }
}
