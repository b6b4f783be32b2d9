package app.vouch.introduction;

import static app.vouch.TestApi.api;
import static app.vouch.TestApi.unique;
import static app.vouch.introduction.IntroductionStory.answer;
import static app.vouch.introduction.IntroductionStory.consents;
import static app.vouch.introduction.IntroductionStory.page;
import static app.vouch.introduction.IntroductionStory.request;
import static app.vouch.introduction.IntroductionStory.state;
import static app.vouch.introduction.IntroductionStory.takeBack;
import static app.vouch.introduction.IntroductionStory.transition;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import app.vouch.TestClock;
import app.vouch.introduction.IntroductionStory.Referred;
import app.vouch.program.IntroductionSettings;
import app.vouch.program.ProgramSettings.AttestedConsent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every message after a party's yes brings a way to take it back, and the others only hear that.
 */
@QuarkusTest
class WithdrawalLinkTest {
  private static final IntroductionSettings BOTH_ATTESTED =
      new IntroductionSettings(
          null, null, AttestedConsent.BOTH, null, null, null, null, null, null);
  private static final Pattern LINK = Pattern.compile("/w/[A-Za-z0-9_-]{43}");
  private static final Duration SOON = Duration.ofSeconds(60);

  @Inject IntroductionStory story;
  @Inject TestClock clock;

  private void read() {
    clock.advance(Duration.ofSeconds(3));
  }

  private static Map<String, String> said(String action) {
    return Map.of("action", action, "channel", "PHONE", "evidence", "said so on the phone");
  }

  private Referred referral() {
    return story.referral(BOTH_ATTESTED, "Ann Lee");
  }

  private static String mutual(IntroductionStory story, Referred ann) {
    String id = story.requested(ann.id());
    transition(id, said("CONNECTOR_ACCEPT")).statusCode(200);
    transition(id, said("PROSPECT_ACCEPT")).statusCode(200).body("state", equalTo("MUTUAL"));
    return id;
  }

  private static List<String> kinds(String id) {
    return api().get("/v1/introductions/" + id + "/messages").path("data.kind");
  }

  private static JsonPath rendered(String id, String kind) {
    String message =
        api()
            .get("/v1/introductions/" + id + "/messages")
            .path("data.findAll { it.kind == '%s' }.id[-1]".formatted(kind));
    return api()
        .post("/v1/messages/" + message + "/render")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static String link(String text) {
    Matcher matcher = LINK.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group();
  }

  @Test
  void shouldGiveALinkWithTheFirstMessageAfterAnAttestedYes() {
    String id = story.requested(referral().id());
    assertThat(rendered(id, "CONNECTOR_ASK").getString("withdrawalUrl")).isNull();
    transition(id, said("CONNECTOR_ACCEPT")).statusCode(200);

    JsonPath invitation = rendered(id, "PROSPECT_INVITATION");

    assertThat(invitation.getString("text")).doesNotContain("/w/");
    String taken = link(invitation.getString("withdrawalUrl"));
    page(taken).then().statusCode(200);
    takeBack(taken, this::read).then().statusCode(200);
    assertThat(state(id)).isEqualTo("WITHDRAWN");
  }

  @Test
  void shouldSayItInTheTextThatOnlyTheConnectorReads() {
    String id = story.requested(referral().id());
    transition(id, said("CONNECTOR_ACCEPT")).statusCode(200);
    clock.advance(Duration.ofDays(4).plusMinutes(1));
    await().atMost(SOON).until(() -> kinds(id).contains("PROSPECT_REMINDER"));

    JsonPath reminder = rendered(id, "PROSPECT_REMINDER");

    assertThat(reminder.getString("text"))
        .contains("Kim Partner, you can take your yes back at any time: ")
        .contains(reminder.getString("withdrawalUrl"));
  }

  @Test
  void shouldGiveEachPartyItsOwnLinkWhenTheyAreIntroduced() {
    String id = mutual(story, referral());

    JsonPath introduction = rendered(id, "INTRODUCTION");

    String prospects = link(introduction.getString("text"));
    assertThat(introduction.getString("text"))
        .contains("Ann Lee, you can take your yes back at any time: ");
    assertThat(link(introduction.getString("withdrawalUrl"))).isNotEqualTo(prospects);
    String first = takeBack(prospects, this::read).then().statusCode(200).extract().asString();
    assertThat(takeBack(prospects, this::read).asString()).isEqualTo(first);
    assertThat(state(id)).isEqualTo("WITHDRAWN");
    assertThat(consents(id))
        .extracting("withdrawnAt")
        .satisfiesExactly(
            connectors -> assertThat(connectors).isNull(), taken -> assertThat(taken).isNotNull());
  }

  @Test
  void shouldKeepNoneOfTheLinksUnderAnIdempotencyKey() {
    String id = mutual(story, referral());
    String message = api().get("/v1/introductions/" + id).path("dueMessageId");
    String key = unique("render");

    api().header("Idempotency-Key", key).post("/v1/messages/" + message + "/render");
    api()
        .header("Idempotency-Key", key)
        .post("/v1/messages/" + message + "/render")
        .then()
        .statusCode(200)
        .header("Idempotency-Replayed", "true")
        .body("text", nullValue())
        .body("withdrawalUrl", nullValue())
        .body("secretWithheld", equalTo(true));
  }

  /** The message that says it came to nothing, with the link in it made alike. */
  private static String calledOff(String id, String kind) {
    return LINK.matcher(rendered(id, kind).getString("text")).replaceAll("/w/…");
  }

  @Test
  void shouldTellTheConnectorTheSameWhoeverEndsItAndWhy() {
    List<String> told = new ArrayList<>();
    for (String end : List.of("PROSPECT_DECLINE", "CANCEL", "EXPIRE", "WITHDRAW", "OPT_OUT")) {
      Referred ann = referral();
      String id = story.requested(ann.id());
      transition(id, said("CONNECTOR_ACCEPT")).statusCode(200);
      end(id, end, ann);
      await().atMost(SOON).until(() -> kinds(id).contains("CONNECTOR_CALLED_OFF"));
      assertThat(kinds(id)).doesNotContain("PROSPECT_CALLED_OFF");
      told.add(calledOff(id, "CONNECTOR_CALLED_OFF"));
    }

    assertThat(told).hasSize(5).containsOnly(told.getFirst());
    assertThat(told.getFirst())
        .contains("will not be made")
        .doesNotContainIgnoringCase("too busy")
        .doesNotContainIgnoringCase("withdr")
        .doesNotContainIgnoringCase("declin")
        .doesNotContainIgnoringCase("said no");
  }

  private void end(String id, String how, Referred ann) {
    switch (how) {
      case "PROSPECT_DECLINE" ->
          transition(
                  id, Map.of("action", how, "reasonCode", "NO_INTEREST", "note", "Ann is too busy"))
              .statusCode(200);
      case "CANCEL" ->
          transition(id, Map.of("action", how, "note", "Sam is too busy")).statusCode(200);
      case "EXPIRE" -> clock.advance(Duration.ofDays(14).plusMinutes(1));
      case "WITHDRAW" -> {
        transition(id, said("PROSPECT_ACCEPT")).statusCode(200);
        transition(id, Map.of("action", how, "party", "PROSPECT", "note", "Ann is too busy"))
            .statusCode(200);
      }
      default ->
          api()
              .body(Map.of("email", ann.prospectEmail(), "reason", "OBJECTION"))
              .post("/v1/suppressions")
              .then()
              .statusCode(201);
    }
  }

  @Test
  void shouldTellAProspectWhoHadAgreedWhenTheConnectorWithdraws() {
    String id = mutual(story, referral());

    transition(
            id, Map.of("action", "WITHDRAW", "party", "CONNECTOR", "note", "Kim fell out with Sam"))
        .statusCode(200);

    assertThat(kinds(id)).contains("PROSPECT_CALLED_OFF").doesNotContain("CONNECTOR_CALLED_OFF");
    api()
        .get("/v1/introductions/" + id + "/messages")
        .then()
        .body(
            "data.find { it.kind == 'PROSPECT_CALLED_OFF' }.id",
            equalTo(api().get("/v1/introductions/" + id).path("dueMessageId")));
    assertThat(rendered(id, "PROSPECT_CALLED_OFF").getString("text"))
        .contains("the introduction to Sam Seller", "will not be made", "Ann Lee, you can take")
        .doesNotContain("fell out");
    assertThat(rendered(id, "PROSPECT_CALLED_OFF").getString("withdrawalUrl")).isNull();
  }

  @Test
  void shouldTellBothWhenTheRequesterCancelsAfterBothAgreed() {
    String id = mutual(story, referral());

    transition(id, Map.of("action", "CANCEL")).statusCode(200);

    assertThat(kinds(id)).contains("CONNECTOR_CALLED_OFF", "PROSPECT_CALLED_OFF");
  }

  @Test
  void shouldTellNobodyWhoHasNotAgreed() {
    String id = story.requested();
    transition(id, Map.of("action", "CANCEL")).statusCode(200);
    String declined = story.requested();
    answer(story.link(declined), "DECLINE", this::read).then().statusCode(200);

    assertThat(kinds(id)).containsExactly("CONNECTOR_ASK");
    assertThat(kinds(declined)).containsExactly("CONNECTOR_ASK");
  }

  @Test
  void shouldStopFollowUpsAndFurtherAsksWhenTakenBackAfterTheIntroduction() {
    Referred ann = referral();
    String id = mutual(story, ann);
    String taken = link(rendered(id, "INTRODUCTION").getString("text"));
    transition(id, Map.of("action", "INTRODUCE")).statusCode(200);

    takeBack(taken, this::read).then().statusCode(200);
    clock.advance(Duration.ofDays(2).plusMinutes(1));
    String other = story.requested();
    transition(other, Map.of("action", "CONNECTOR_DECLINE")).statusCode(200);
    await()
        .during(Duration.ofSeconds(2))
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(kinds(id))
                    .containsExactly("CONNECTOR_ASK", "PROSPECT_INVITATION", "INTRODUCTION"));

    assertThat(state(id)).isEqualTo("INTRODUCED");
    transition(id, Map.of("action", "CLOSE", "outcome", "OTHER")).statusCode(200);
    takeBack(taken, this::read).then().statusCode(200);
    clock.advance(Duration.ofDays(100));
    api()
        .body(request(ann.id()))
        .post("/v1/introductions")
        .then()
        .statusCode(422)
        .body("code", equalTo("introduction-not-possible"));
  }
}
