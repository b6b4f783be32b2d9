package app.vouch.introduction;

import static app.vouch.TestApi.api;
import static app.vouch.TestApi.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import app.vouch.RecordedEvents;
import app.vouch.TestClock;
import app.vouch.introduction.IntroductionStory.Connector;
import app.vouch.shared.IdType;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A connector is asked about somebody whom nobody has referred yet, by link and by the clock. */
@QuarkusTest
class IntroductionBeforeReferralTest {
  @Inject IntroductionStory story;
  @Inject TestClock clock;
  @Inject RecordedEvents recorded;

  private final String ann = unique("ann") + "@acme.example";

  private void read() {
    clock.advance(Duration.ofSeconds(3));
  }

  private Map<String, Object> prospect() {
    return Map.of("name", "Ann Lee", "email", ann, "organization", Map.of("name", "Acme"));
  }

  private String requested(Connector connector) {
    Map<String, Object> body = new HashMap<>(IntroductionStory.request(""));
    body.remove("referralId");
    body.put("programId", connector.programId());
    body.put("connector", Map.of("id", connector.referrerId()));
    body.put("prospect", prospect());
    return api().body(body).post("/v1/introductions").then().statusCode(201).extract().path("id");
  }

  private static String referral(String introduction) {
    return api().get("/v1/introductions/" + introduction).path("referralId");
  }

  private static String prospectName(String introduction) {
    String person = api().get("/v1/introductions/" + introduction).path("prospectPersonId");
    return api().get("/v1/people/" + person).path("name");
  }

  @Test
  void shouldCaptureBetweenTheConnectorsYesAndTheProspectsQuestion() {
    String id = requested(story.connector(null));

    IntroductionStory.answer(story.link(id), "ACCEPT", this::read)
        .then()
        .statusCode(200)
        .body(containsString("Ann Lee"));

    assertThat(IntroductionStory.state(id)).isEqualTo("PROSPECT_ASKED");
    assertThat(recorded.of(IdType.REFERRAL, referral(id)))
        .startsWith("referral.captured", "referral.accepted");
    assertThat(recorded.of(IdType.INTRODUCTION, id))
        .containsSubsequence(
            List.of(
                "introduction.requested",
                "introduction.connector_accepted",
                "introduction.prospect_asked"));
  }

  @Test
  void shouldTellTheConnectorThatItIsTooLate() {
    Connector connector = story.connector(null);
    String id = requested(connector);
    String link = story.link(id);
    api()
        .body(
            Map.of(
                "prospect",
                prospect(),
                "programId",
                connector.programId(),
                "referrer",
                Map.of("id", connector.referrerId())))
        .post("/v1/referrals")
        .then()
        .statusCode(201);

    IntroductionStory.answer(link + "?lang=de", "ACCEPT", this::read)
        .then()
        .statusCode(200)
        .body(containsString("auf anderem Weg empfohlen"));

    assertThat(IntroductionStory.state(id)).isEqualTo("CANCELLED");
  }

  @Test
  void shouldForgetTheProspectWhenTheTimeIsOver() {
    String id = requested(story.connector(null));

    clock.advance(Duration.ofDays(8));

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(IntroductionStory.state(id)).isEqualTo("EXPIRED"));
    assertThat(prospectName(id)).startsWith("erased:");
  }

  @Test
  void shouldKeepTheProspectForAnotherConnectorWhoIsAsked() {
    String first = requested(story.connector(null));
    String second = requested(story.connector(null));

    api().body(Map.of("action", "CANCEL")).post("/v1/introductions/" + first + "/transitions");
    assertThat(prospectName(second)).isEqualTo("Ann Lee");
    api().body(Map.of("action", "CANCEL")).post("/v1/introductions/" + second + "/transitions");

    assertThat(prospectName(second)).startsWith("erased:");
  }
}
