package app.vouch.introduction;

import static app.vouch.TestApi.api;
import static app.vouch.introduction.IntroductionStory.consents;
import static app.vouch.introduction.IntroductionStory.state;
import static app.vouch.introduction.IntroductionStory.transition;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import app.vouch.TestClock;
import app.vouch.program.IntroductionSettings;
import app.vouch.program.ProgramSettings.AskProspect;
import app.vouch.program.ProgramSettings.AttestedConsent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What happens to an introduction by itself. */
@QuarkusTest
class IntroductionTimersTest {
  private static final IntroductionSettings BOTH_ATTESTED =
      new IntroductionSettings(
          null, null, AttestedConsent.BOTH, null, null, null, null, null, null);

  @Inject IntroductionStory story;
  @Inject TestClock clock;
  @Inject Clock now;

  private static void becomes(String id, String state) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(state(id)).isEqualTo(state));
  }

  private static List<String> kinds(String id) {
    return api().get("/v1/introductions/" + id + "/messages").path("data.kind");
  }

  private static Map<String, String> said(String action) {
    return Map.of("action", action, "channel", "PHONE", "evidence", "said yes on the phone");
  }

  private String mutual() {
    String id = story.requested(story.referral(BOTH_ATTESTED, "Ann Lee").id());
    transition(id, said("CONNECTOR_ACCEPT")).statusCode(200);
    transition(id, said("PROSPECT_ACCEPT")).statusCode(200);
    return id;
  }

  @Test
  void shouldRemindTheConnectorOnceAndThenExpire() {
    String id = story.requested();

    clock.advance(Duration.ofDays(3).plusMinutes(1));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> assertThat(kinds(id)).containsExactly("CONNECTOR_ASK", "CONNECTOR_REMINDER"));
    clock.advance(Duration.ofDays(4));
    becomes(id, "EXPIRED");

    assertThat(kinds(id)).containsExactly("CONNECTOR_ASK", "CONNECTOR_REMINDER");
  }

  @Test
  void shouldRemindAboutTheProspectTwiceAndThenExpire() {
    String id = story.requested();
    transition(id, said("CONNECTOR_ACCEPT")).statusCode(200);

    clock.advance(Duration.ofDays(4).plusMinutes(1));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(kinds(id)).endsWith("PROSPECT_REMINDER").hasSize(3));
    clock.advance(Duration.ofDays(5));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(kinds(id)).endsWith("PROSPECT_REMINDER").hasSize(4));
    clock.advance(Duration.ofDays(5));
    becomes(id, "EXPIRED");
  }

  @Test
  void shouldComeBackWhenNotNowIsOver() {
    String id = story.requested();
    transition(
            id,
            Map.of("action", "DEFER", "until", now.instant().plus(Duration.ofDays(60)).toString()))
        .statusCode(200);

    clock.advance(Duration.ofDays(59));
    assertThat(state(id)).isEqualTo("DEFERRED");
    clock.advance(Duration.ofDays(1).plusMinutes(1));

    becomes(id, "REQUESTED");
    assertThat(kinds(id)).containsExactly("CONNECTOR_ASK", "CONNECTOR_ASK");
  }

  @Test
  void shouldAskTheConnectorAgainWhenTheirYesLapsedWhileTheProspectWaited() {
    String id = story.requested();
    transition(id, said("CONNECTOR_ACCEPT")).statusCode(200);
    transition(
            id,
            Map.of("action", "DEFER", "until", now.instant().plus(Duration.ofDays(31)).toString()))
        .statusCode(200);

    clock.advance(Duration.ofDays(31).plusMinutes(1));

    becomes(id, "REQUESTED");
  }

  @Test
  void shouldExpireWhenNobodyMakesTheIntroduction() {
    String id = mutual();

    clock.advance(Duration.ofDays(14).plusMinutes(1));

    becomes(id, "EXPIRED");
  }

  @Test
  void shouldExpireWhenNobodyAsksTheProspectByHand() {
    IntroductionSettings manual =
        new IntroductionSettings(
            null, AskProspect.MANUAL, null, null, null, null, null, null, null);
    String id = story.requested(story.referral(manual, "Ann Lee").id());
    transition(id, said("CONNECTOR_ACCEPT")).statusCode(200);

    clock.advance(Duration.ofDays(14).minusMinutes(2));
    assertThat(state(id)).isEqualTo("CONNECTOR_ACCEPTED");
    clock.advance(Duration.ofMinutes(4));

    becomes(id, "EXPIRED");
    assertThat(kinds(id)).containsExactly("CONNECTOR_ASK", "CONNECTOR_CALLED_OFF");
    api().get("/v1/introductions/" + id).then().body("reasonCode", equalTo("TIME_OVER"));
  }

  @Test
  void shouldExpireWhenAConsentLapsesWhileMutual() {
    String id = story.requested(story.referral(BOTH_ATTESTED, "Ann Lee").id());
    transition(id, said("CONNECTOR_ACCEPT")).statusCode(200);
    transition(
            id,
            Map.of("action", "DEFER", "until", now.instant().plus(Duration.ofDays(25)).toString()))
        .statusCode(200);
    clock.advance(Duration.ofDays(25).plusMinutes(1));
    becomes(id, "PROSPECT_ASKED");
    transition(id, said("PROSPECT_ACCEPT")).statusCode(200);

    clock.advance(Duration.ofDays(5));

    becomes(id, "EXPIRED");
    assertThat(consents(id)).hasSize(2);
  }
}
