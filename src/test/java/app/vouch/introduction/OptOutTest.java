package app.vouch.introduction;

import static app.vouch.TestApi.api;
import static app.vouch.introduction.ConnectorProtectionTest.quietly;
import static app.vouch.introduction.IntroductionStory.answer;
import static app.vouch.introduction.IntroductionStory.consents;
import static app.vouch.introduction.IntroductionStory.page;
import static app.vouch.introduction.IntroductionStory.request;
import static app.vouch.introduction.IntroductionStory.state;
import static app.vouch.introduction.IntroductionStory.takeBack;
import static app.vouch.introduction.IntroductionStory.transition;
import static app.vouch.introduction.IntroductionStory.withdrawal;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import app.vouch.TestClock;
import app.vouch.introduction.IntroductionStory.Connector;
import app.vouch.introduction.IntroductionStory.Referred;
import app.vouch.program.IntroductionSettings;
import app.vouch.program.IntroductionSettings.ProtectionSettings;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who wants no messages gets none, and is introduced to nobody. */
@QuarkusTest
class OptOutTest {
  @Inject IntroductionStory story;
  @Inject TestClock clock;

  private void read() {
    clock.advance(Duration.ofSeconds(3));
  }

  /** Kim may be asked again and again. */
  private Connector kim() {
    return story.connector(
        new IntroductionSettings(
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            new ProtectionSettings(100, "P0D", null),
            null));
  }

  /** An introduction whose prospect is asked, and the message for them. */
  private record Invited(String introduction, JsonPath message) {
    String optIn() {
      return path(message.getString("link"), "/i/");
    }

    String optOut() {
      return path(message.getString("optOutUrl"), "/u/");
    }

    private static String path(String url, String start) {
      return url.substring(url.indexOf(start));
    }
  }

  private Invited invited(String referral) {
    String id = story.requested(referral);
    answer(story.link(id), "ACCEPT", this::read).then().statusCode(200);
    String message = api().get("/v1/introductions/" + id).path("dueMessageId");
    return new Invited(id, render(message).statusCode(200).extract().jsonPath());
  }

  private static ValidatableResponse render(String message) {
    return api().post("/v1/messages/" + message + "/render").then();
  }

  private static Response oneClick(String link) {
    return given()
        .contentType(ContentType.URLENC)
        .formParam("List-Unsubscribe", "One-Click")
        .post(link);
  }

  private static List<Map<String, Object>> suppressions(String email) {
    return api().queryParam("email", email).get("/v1/suppressions").path("data");
  }

  private static ValidatableResponse suppress(String email) {
    return api()
        .body(Map.of("email", email, "reason", "OBJECTION"))
        .post("/v1/suppressions")
        .then();
  }

  private static ValidatableResponse ask(String referral) {
    return api().body(request(referral)).post("/v1/introductions").then();
  }

  @Test
  void shouldBringTheLinkInWhateverTheProspectReads() {
    Invited ann = invited(story.referral().id());

    String url = ann.message().getString("optOutUrl");
    assertThat(url).contains("/u/");
    assertThat(ann.message().getString("text")).contains(url);
    assertThat(ann.message().<String, String>getMap("headers"))
        .isEqualTo(
            Map.of(
                "List-Unsubscribe",
                "<" + url + ">",
                "List-Unsubscribe-Post",
                "List-Unsubscribe=One-Click"));
  }

  @Test
  void shouldStopAllAtOneClickAnyNumberOfTimes() {
    Referred referral = story.referral();
    Invited ann = invited(referral.id());

    String first = oneClick(ann.optOut()).then().statusCode(200).extract().asString();
    String second =
        given()
            .multiPart("List-Unsubscribe", "One-Click")
            .post(ann.optOut())
            .then()
            .statusCode(200)
            .extract()
            .asString();
    given().post(ann.optOut()).then().statusCode(200).body(equalTo(first));

    assertThat(second).isEqualTo(first).contains("No more messages");
    assertThat(suppressions(referral.prospectEmail())).hasSize(1);
    assertThat(suppressions(referral.prospectEmail().toUpperCase(java.util.Locale.ROOT)))
        .hasSize(1)
        .first()
        .satisfies(
            s ->
                assertThat(s)
                    .containsEntry("reason", "OPT_OUT")
                    .containsEntry("source", "LINK")
                    .containsEntry("liftedAt", null));
    assertThat(state(ann.introduction())).isEqualTo("PROSPECT_DECLINED");
    assertThat(consents(ann.introduction()).getLast())
        .containsEntry("party", "PROSPECT")
        .containsEntry("decision", "REFUSED")
        .containsEntry("channel", "LINK");
    page(ann.optIn()).then().statusCode(404);
    render(ann.message().getString("id"))
        .statusCode(422)
        .body("code", equalTo("message-not-sendable"));
  }

  @Test
  void shouldChangeNothingWhenTheLinkIsOnlyFollowed() {
    Referred referral = story.referral();
    Invited ann = invited(referral.id());

    page(ann.optOut())
        .then()
        .statusCode(200)
        .header("X-Robots-Tag", containsString("noindex"))
        .body(containsString("<button type=\"submit\">Stop all messages"));
    given().head(ann.optOut()).then().statusCode(200);

    assertThat(suppressions(referral.prospectEmail())).isEmpty();
    assertThat(state(ann.introduction())).isEqualTo("PROSPECT_ASKED");
  }

  @Test
  void shouldTakeItBackByTheSameLinkForADay() {
    Referred referral = story.referral();
    Invited ann = invited(referral.id());
    String undo = ann.optOut() + "/undo";
    oneClick(ann.optOut()).then().body(containsString("action=\"" + undo + "?lang=en\""));

    given().post(undo).then().statusCode(200).body(containsString("is taken back"));
    given().post(undo).then().statusCode(200).body(containsString("is taken back"));

    assertThat(suppressions(referral.prospectEmail()))
        .singleElement()
        .satisfies(s -> assertThat(s.get("liftedAt")).isNotNull());
    oneClick(ann.optOut()).then().statusCode(200);
    assertThat(suppressions(referral.prospectEmail()))
        .extracting("liftedAt")
        .hasSize(2)
        .containsOnlyOnce((Object) null);
    clock.advance(Duration.ofHours(24).plusMinutes(1));
    given().post(undo).then().statusCode(200).body(containsString("cannot be taken back here"));
    assertThat(suppressions(referral.prospectEmail()))
        .extracting("liftedAt")
        .containsOnlyOnce((Object) null);
  }

  @Test
  void shouldNotUndoWhatOthersSaid() {
    Referred referral = story.referral();
    Invited ann = invited(referral.id());
    suppress(referral.prospectEmail()).statusCode(201);
    oneClick(ann.optOut()).then().statusCode(200);

    given().post(ann.optOut() + "/undo").then().statusCode(200);

    assertThat(suppressions(referral.prospectEmail()))
        .filteredOn(s -> s.get("liftedAt") == null)
        .extracting("source")
        .containsExactly("API");
  }

  @Test
  void shouldAnswerAlikeForEveryLinkThatIsNone() {
    Invited ann = invited(story.referral().id());
    String closed = page("/i/none").then().statusCode(404).extract().asString();

    for (String link : List.of("/u/none", ann.optIn().replace("/i/", "/u/"))) {
      page(link).then().statusCode(404).body(equalTo(closed));
      given().post(link).then().statusCode(404).body(equalTo(closed));
      given().post(link + "/undo").then().statusCode(404).body(equalTo(closed));
    }
    page(ann.optOut().replace("/u/", "/w/")).then().statusCode(404).body(equalTo(closed));
    assertThat(state(ann.introduction())).isEqualTo("PROSPECT_ASKED");
  }

  @Test
  void shouldRefuseASuppressedProspectOrConnectorWithoutSayingSo() {
    Connector kim = kim();
    Referred ann = story.referralBy(kim, "Ann Lee");
    String sup = suppress(ann.prospectEmail()).statusCode(201).extract().path("id");

    Map<String, Object> prospect = quietly(ask(ann.id()));
    api()
        .body(Map.of("reason", "Ann asked us to on the phone"))
        .post("/v1/suppressions/" + sup + "/lift")
        .then()
        .statusCode(200)
        .body("liftedAt", notNullValue())
        .body("liftReason", equalTo("Ann asked us to on the phone"));
    suppress(kim.email()).statusCode(201);
    Map<String, Object> connector = quietly(ask(ann.id()));

    assertThat(connector).isEqualTo(prospect);
    assertThat(prospect.toString()).doesNotContainIgnoringCase("suppress");
  }

  @Test
  void shouldEndWhatIsUnderWayWhenACallerSuppressesAParty() {
    Connector kim = kim();
    Referred first = story.referralBy(kim, "Ann Lee");
    String asked = story.requested(first.id());
    String message = api().get("/v1/introductions/" + asked).path("dueMessageId");
    Referred second = story.referralBy(kim, "Bob Ray");
    Invited bob = invited(second.id());
    answer(bob.optIn(), "ACCEPT", this::read).then().statusCode(200);
    Referred third = story.referralBy(kim, "Cid Fox");
    Invited cid = invited(third.id());

    for (Referred referral : List.of(first, second, third)) {
      suppress(referral.prospectEmail()).statusCode(201);
    }

    assertThat(state(asked)).isEqualTo("CANCELLED");
    assertThat(state(bob.introduction())).isEqualTo("WITHDRAWN");
    assertThat(consents(bob.introduction()).getLast().get("withdrawnAt")).isNotNull();
    assertThat(state(cid.introduction())).isEqualTo("CANCELLED");
    render(message).statusCode(422).body("code", equalTo("message-not-sendable"));
    api()
        .get("/v1/introductions/" + asked + "/messages")
        .then()
        .body("data.sendable", equalTo(List.of(false)));
    api()
        .get("/v1/introductions/" + asked + "/timeline")
        .then()
        .body("data[0].reasonCode", equalTo("NOT_POSSIBLE"));
  }

  @Test
  void shouldOnlyRecordTheWithdrawalOnceTheIntroductionIsMade() {
    Connector kim = kim();
    Referred ann = story.referralBy(kim, "Ann Lee");
    Invited invited = invited(ann.id());
    String withdrawal =
        withdrawal(answer(invited.optIn(), "ACCEPT", this::read).then().extract().asString());
    transition(invited.introduction(), Map.of("action", "INTRODUCE")).statusCode(200);

    takeBack(withdrawal, this::read).then().statusCode(200);

    assertThat(state(invited.introduction())).isEqualTo("INTRODUCED");
    assertThat(consents(invited.introduction()).getLast().get("withdrawnAt")).isNotNull();
    assertThat(suppressions(ann.prospectEmail())).isEmpty();
    quietly(ask(ann.id()));
    Referred bob = story.referralBy(kim, "Bob Ray");
    ask(bob.id()).statusCode(201);
  }

  @Test
  void shouldNotAskAgainAfterAnOptOutOnceTheIntroductionIsMade() {
    Connector kim = kim();
    Referred ann = story.referralBy(kim, "Ann Lee");
    Invited invited = invited(ann.id());
    answer(invited.optIn(), "ACCEPT", this::read).then().statusCode(200);
    transition(invited.introduction(), Map.of("action", "INTRODUCE")).statusCode(200);

    oneClick(invited.optOut()).then().statusCode(200);

    assertThat(state(invited.introduction())).isEqualTo("INTRODUCED");
    assertThat(consents(invited.introduction()).getLast().get("withdrawnAt")).isNotNull();
    quietly(ask(ann.id()));
  }

  @Test
  void shouldListAndReadSuppressionsWithoutTheAddress() {
    String email = story.referral().prospectEmail();
    Map<String, Object> made =
        suppress(email)
            .statusCode(201)
            .body("recordedBy.type", equalTo("API_KEY"))
            .extract()
            .path("$");
    suppress(email).statusCode(200).body("id", equalTo(made.get("id")));

    api().get("/v1/suppressions/" + made.get("id")).then().body("$", equalTo(made));
    assertThat(made.toString()).doesNotContain(email);
    api()
        .queryParam("email", email)
        .queryParam("active", "false")
        .get("/v1/suppressions")
        .then()
        .body("data", hasSize(0));
    api()
        .get("/v1/suppressions/sup_01h455vb4pex5vsknk084sn02q")
        .then()
        .statusCode(404)
        .body("code", equalTo("not-found"));
    api()
        .body(Map.of("email", "nowhere", "reason", "BOUNCE"))
        .post("/v1/suppressions")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/email"));
  }
}
