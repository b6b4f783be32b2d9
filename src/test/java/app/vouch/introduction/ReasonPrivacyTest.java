package app.vouch.introduction;

import static app.vouch.TestApi.api;
import static app.vouch.TestApi.graphql;
import static app.vouch.TestApi.unique;
import static app.vouch.introduction.IntroductionStory.answer;
import static app.vouch.introduction.IntroductionStory.nonce;
import static app.vouch.introduction.IntroductionStory.page;
import static app.vouch.introduction.IntroductionStory.submit;
import static app.vouch.introduction.IntroductionStory.transition;
import static app.vouch.introduction.IntroductionStory.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import app.vouch.TestApi;
import app.vouch.TestClock;
import app.vouch.program.IntroductionSettings;
import app.vouch.program.ProgramSettings.AttestedConsent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a party says in confidence reaches no other party, by whatever way. */
@Tag("once")
@QuarkusTest
class ReasonPrivacyTest {
  private static final IntroductionSettings BOTH_ATTESTED =
      new IntroductionSettings(
          null, null, AttestedConsent.BOTH, null, null, null, null, null, null);

  @Inject IntroductionStory story;
  @Inject TestClock clock;
  @Inject Clock now;

  private void read() {
    clock.advance(Duration.ofSeconds(3));
  }

  private static String keyWith(String... scopes) {
    return api()
        .body(Map.of("name", unique("key"), "scopes", List.of(scopes)))
        .post("/v1/api-keys")
        .then()
        .statusCode(201)
        .extract()
        .path("secret");
  }

  /** All that one can read of an introduction with a key that may not read private words. */
  private static List<String> readable(String id) {
    String key = keyWith("introductions:read", "introductions:send", "referrals:read");
    List<String> answers = new ArrayList<>();
    for (String path : List.of("", "/timeline", "/messages")) {
      answers.add(TestApi.api(key).get("/v1/introductions/" + id + path).asString());
    }
    answers.add(
        graphql(
                key,
                "query($id: ID!) { introduction(id: $id) { state reasonCode } introductionTimeline(id: $id)"
                    + " { entries { action reasonCode note } } }",
                Map.of("id", id))
            .body("errors", equalTo(null))
            .extract()
            .asString());
    List<String> messages =
        TestApi.api(key).get("/v1/introductions/" + id + "/messages").path("data.id");
    messages.forEach(m -> answers.add(api().post("/v1/messages/" + m + "/render").asString()));
    return answers;
  }

  @ParameterizedTest
  @CsvSource({
    "CONNECTOR_DECLINE, NO_TIME",
    "PROSPECT_DECLINE, NOT_RELEVANT",
    "WITHDRAW, CHANGED_MIND",
    "DEFER, ON_LEAVE"
  })
  void shouldShowAPartysOwnWordsToNobodyElse(String action, String code) throws SQLException {
    String words = unique("they-never-called-me-back");
    String id = story.requested(story.referral(BOTH_ATTESTED, "Ann Lee").id());
    String connectorsLink = story.link(id);
    List<String> pages = new ArrayList<>();
    if (!action.equals("CONNECTOR_DECLINE")) {
      pages.add(withdrawal(answer(connectorsLink, "ACCEPT", this::read).asString()));
      pages.add(story.link(id));
    }

    Map<String, Object> step =
        new HashMap<>(Map.of("action", action, "reasonCode", code, "note", words));
    if (action.equals("WITHDRAW")) {
      step.put("party", "CONNECTOR");
    } else if (action.equals("DEFER")) {
      step.put("until", now.instant().plus(Duration.ofDays(5)).toString());
    }
    transition(id, step).statusCode(200);

    assertThat(WholeDatabase.columnsWith(words)).containsExactly("journal.note");
    assertThat(readable(id)).allSatisfy(answer -> assertThat(answer).doesNotContain(words));
    pages.add(connectorsLink);
    assertThat(pages)
        .allSatisfy(path -> assertThat(page(path).asString()).doesNotContain(words, code));
    api().get("/v1/introductions/" + id).then().body("reasonCode", equalTo(code));
    api().get("/v1/introductions/" + id + "/timeline").then().body("data[0].note", equalTo(words));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONNECTOR", "PROSPECT"})
  void shouldKeepWhatAPartySaysOnThePageBetweenThemAndTheTenant(String party) throws SQLException {
    String words = unique("I-would-not-trust-them");
    String id = story.requested();
    String link = story.link(id);
    List<String> pages = new ArrayList<>(List.of(link));
    if (party.equals("PROSPECT")) {
      pages.add(withdrawal(answer(link, "ACCEPT", this::read).asString()));
      link = story.link(id);
    }
    String nonce = nonce(page(link).asString());
    Map<String, String> no =
        Map.of("choice", "DECLINE", "reason", "NOT_CLOSE", "note", words, "nonce", nonce);
    assertThat(submit(link, no).asString())
        .as("too quick: shown again, to who typed it")
        .contains("value=\"NOT_CLOSE\" selected", words);
    read();

    String confirmation = submit(link, no).then().statusCode(200).extract().asString();

    assertThat(confirmation).doesNotContain(words);
    assertThat(WholeDatabase.columnsWith(words)).containsExactly("journal.note");
    assertThat(readable(id)).allSatisfy(answer -> assertThat(answer).doesNotContain(words));
    assertThat(pages).allSatisfy(path -> assertThat(page(path).asString()).doesNotContain(words));
    api()
        .get("/v1/introductions/" + id)
        .then()
        .body("state", equalTo(party + "_DECLINED"))
        .body("reasonCode", equalTo("NOT_CLOSE"));
    api().get("/v1/introductions/" + id + "/timeline").then().body("data[0].note", equalTo(words));
  }

  @Test
  void shouldTakeNoReasonThatIsNotOnThePageAndCutWordsWhereItEnds() {
    String id = story.requested();
    String link = story.link(id);
    String nonce = nonce(page(link).asString());
    read();

    submit(
            link,
            Map.of("choice", "DECLINE", "reason", "SPITE", "note", "w".repeat(600), "nonce", nonce))
        .then()
        .statusCode(200);

    api()
        .get("/v1/introductions/" + id + "/timeline")
        .then()
        .body("data[0].reasonCode", nullValue())
        .body("data[0].note", equalTo("w".repeat(500)));
  }

  @Test
  void shouldKeepTheWordsOfAnAttestedYesWithTheConsent() throws SQLException {
    String words = unique("only-because-you-ask");
    String id = story.requested(story.referral(BOTH_ATTESTED, "Ann Lee").id());
    transition(id, Map.of("action", "CONNECTOR_ACCEPT", "channel", "PHONE", "evidence", words))
        .statusCode(200);
    String link = story.link(id);
    submit(link, Map.of()).then().statusCode(200);

    assertThat(WholeDatabase.columnsWith(words)).containsExactly("consent.evidence");
    assertThat(readable(id)).allSatisfy(answer -> assertThat(answer).doesNotContain(words));
    assertThat(page(story.link(id)).asString()).doesNotContain(words);
  }
}
