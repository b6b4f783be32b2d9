package app.vouch.introduction;

import static app.vouch.TestApi.api;
import static app.vouch.TestApi.unique;
import static app.vouch.introduction.IntroductionStory.consents;
import static app.vouch.introduction.IntroductionStory.page;
import static app.vouch.introduction.IntroductionStory.request;
import static app.vouch.introduction.IntroductionStory.state;
import static app.vouch.introduction.IntroductionStory.transition;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import app.vouch.TestApi;
import app.vouch.introduction.IntroductionStory.Referred;
import app.vouch.program.IntroductionSettings;
import app.vouch.program.ProgramSettings.AskProspect;
import app.vouch.program.ProgramSettings.AttestedConsent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Introductions over REST: requests, attested answers, messages, and what is refused. */
@QuarkusTest
class IntroductionResourceTest {
  private static final IntroductionSettings BOTH_ATTESTED =
      new IntroductionSettings(
          null, null, AttestedConsent.BOTH, null, null, null, null, null, null);

  @Inject IntroductionStory story;
  @Inject Clock now;

  private static ValidatableResponse ask(Map<String, ?> body) {
    return api().body(body).post("/v1/introductions").then();
  }

  private static Map<String, Object> said(String action) {
    return new HashMap<>(
        Map.of("action", action, "channel", "PHONE", "evidence", "Kim said yes on the phone"));
  }

  @Test
  void shouldAskTheConnectorWhenAnIntroductionIsRequested() {
    Referred referral = story.referral();

    String id =
        ask(request(referral.id()))
            .statusCode(201)
            .header("ETag", "\"1\"")
            .body("id", matchesPattern("int_[0-9a-z]{26}"))
            .body("state", equalTo("REQUESTED"))
            .body("version", equalTo(1))
            .body("referralId", equalTo(referral.id()))
            .body("connectorPersonId", matchesPattern("per_.*"))
            .body("prospectPersonId", matchesPattern("per_.*"))
            .body("requester.name", equalTo("Sam Seller"))
            .body("sending", equalTo("CONNECTOR_SENDS"))
            .body("dueMessageId", matchesPattern("msg_.*"))
            .body("expiresAt", notNullValue())
            .body(
                "allowedActions",
                contains("CONNECTOR_ACCEPT", "CONNECTOR_DECLINE", "DEFER", "CANCEL"))
            .extract()
            .path("id");

    api()
        .get("/v1/introductions/" + id + "/messages")
        .then()
        .body("data", hasSize(1))
        .body("data[0].kind", equalTo("CONNECTOR_ASK"))
        .body("data[0].sendable", equalTo(true));
    api().get("/v1/introductions?referralId=" + referral.id()).then().body("data.id", contains(id));
    api().get("/v1/introductions?state=REQUESTED&limit=200").then().body("data.id", hasItems(id));
    api()
        .get("/v1/introductions/" + id + "/timeline")
        .then()
        .body("data", hasSize(1))
        .body("data[0].action", equalTo("REQUEST"));
  }

  @Test
  void shouldTakeTheActorWhenNoRequesterIsNamed() {
    Map<String, Object> body = request(story.referral().id());
    body.remove("requester");

    ask(body).statusCode(400).body("errors[0].pointer", equalTo("/requester"));
    api()
        .header("Vouch-Actor", "crm:4711; name=\"Sam Seller\"")
        .body(body)
        .post("/v1/introductions")
        .then()
        .statusCode(201)
        .body("requester.name", equalTo("Sam Seller"));
  }

  @Test
  void shouldRefuseWhenTheContextSaysNothing() {
    String referral = story.referral().id();
    for (String context : new String[] {"", "I would like to connect", "Hello there"}) {
      Map<String, Object> body = request(referral);
      body.put("context", context);
      ask(body).statusCode(422).body("code", equalTo("context-required"));
    }
    Map<String, Object> without = request(referral);
    without.remove("context");
    ask(without).statusCode(422).body("code", equalTo("context-required"));
    Map<String, Object> long10 = request(referral);
    long10.put("context", "why ".repeat(2_500));
    ask(long10).statusCode(400).body("errors[0].pointer", equalTo("/context"));
  }

  @Test
  void shouldRefuseWhenSomebodyWouldMeetThemselves() {
    Referred referral = story.referral();
    for (String email : List.of(referral.connectorEmail(), referral.prospectEmail())) {
      Map<String, Object> body = request(referral.id());
      body.put(
          "requester", Map.of("name", "Sam", "email", email.toUpperCase(java.util.Locale.ROOT)));
      ask(body).statusCode(422).body("code", equalTo("self-referral"));
    }
  }

  @Test
  void shouldRefuseWhenTheInputIsWrong() {
    String referral = story.referral().id();

    ask(Map.of("subject", "x")).statusCode(400).body("code", equalTo("invalid-request"));
    Map<String, Object> unknownField = request(referral);
    unknownField.put("colour", "red");
    ask(unknownField).statusCode(400).body("errors[0].code", equalTo("unknown-field"));
    Map<String, Object> wrongId = request("int_01h455vb4pex5vsknk084sn02q");
    ask(wrongId).statusCode(422).body("code", equalTo("wrong-id-type"));
    Map<String, Object> noReferral = request("ref_01h455vb4pex5vsknk084sn02q");
    ask(noReferral).statusCode(422).body("code", equalTo("unknown-reference"));
    Map<String, Object> mailing = request(referral);
    mailing.put("sending", "VOUCH_SENDS");
    ask(mailing).statusCode(422).body("code", equalTo("introduction-not-possible"));
    Map<String, Object> badMail = request(referral);
    badMail.put("requester", Map.of("name", "Sam", "email", "nowhere"));
    ask(badMail).statusCode(400).body("errors[0].pointer", equalTo("/requester/email"));
    api().get("/v1/introductions/ref_01h455vb4pex5vsknk084sn02q").then().statusCode(404);
    api().get("/v1/introductions?state=NOWHERE").then().statusCode(400);
    api().post("/v1/messages/msg_01h455vb4pex5vsknk084sn02q/render").then().statusCode(404);
    transition("int_01h455vb4pex5vsknk084sn02q", Map.of("action", "CANCEL")).statusCode(404);
    String id = story.requested(referral);
    transition(id, Map.of("action", "EXPIRE")).statusCode(400);
    transition(id, Map.of("action", "CANCEL", "id", id)).statusCode(400);
    transition(id, Map.of("action", "DEFER"))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/until"));
    transition(
            id,
            Map.of("action", "DEFER", "until", now.instant().plus(Duration.ofDays(181)).toString()))
        .statusCode(422)
        .body("code", equalTo("deferral-too-long"));
    transition(id, Map.of("action", "WITHDRAW")).statusCode(400);
    transition(id, Map.of("action", "WITHDRAW", "party", "PROSPECT"))
        .statusCode(409)
        .body("allowed", hasItems("CANCEL"));
    transition(id, Map.of("action", "INTRODUCE"))
        .statusCode(409)
        .body("allowed", not(hasItems("INTRODUCE")));
  }

  @Test
  void shouldRefuseASecondOneWhileTheConnectorIsBeingAsked() {
    String referral = story.referral().id();
    String first = story.requested(referral);

    ask(request(referral))
        .statusCode(409)
        .body("code", equalTo("already-exists"))
        .body("introductionId", equalTo(first));
    transition(first, Map.of("action", "CANCEL")).statusCode(200);
    ask(request(referral)).statusCode(201);
  }

  @Test
  void shouldCountAnAttestedYesOfTheConnectorOnly() {
    String id = story.requested();

    transition(id, said("CONNECTOR_ACCEPT"))
        .statusCode(200)
        .body("state", equalTo("PROSPECT_ASKED"));
    transition(id, said("PROSPECT_ACCEPT"))
        .statusCode(422)
        .body("code", equalTo("consent-missing"))
        .body("party", equalTo("PROSPECT"));

    assertThat(state(id)).isEqualTo("PROSPECT_ASKED");
    assertThat(consents(id)).hasSize(1);
    assertThat(consents(id).getFirst())
        .containsEntry("attested", true)
        .containsEntry("channel", "PHONE")
        .containsEntry("evidence", "Kim said yes on the phone")
        .containsEntry("wordingHash", null);
    assertThat(consents(id).getFirst().get("recordedBy").toString()).contains("crm:4711");
  }

  @Test
  void shouldGoThroughToTheEndWhenTheProgramCountsBothAttested() {
    Referred referral = story.referral(BOTH_ATTESTED, "Ann Lee");
    String id = story.requested(referral.id());
    transition(id, said("CONNECTOR_ACCEPT")).statusCode(200);
    transition(id, said("PROSPECT_ACCEPT")).statusCode(200).body("state", equalTo("MUTUAL"));

    transition(id, Map.of("action", "INTRODUCE")).body("state", equalTo("INTRODUCED"));
    api().get("/v1/referrals/" + referral.id()).then().body("state", equalTo("CONTACTED"));
    transition(id, Map.of("action", "INTRODUCE"))
        .statusCode(200)
        .body("state", equalTo("INTRODUCED"));
    transition(id, Map.of("action", "RECORD_REPLY")).body("state", equalTo("REPLIED"));
    transition(id, Map.of("action", "RECORD_MEETING")).body("state", equalTo("MET"));
    api().get("/v1/referrals/" + referral.id()).then().body("state", equalTo("MEETING"));
    transition(id, Map.of("action", "CLOSE")).statusCode(400);
    transition(id, Map.of("action", "CLOSE", "outcome", "WORKED"))
        .body("state", equalTo("CLOSED"))
        .body("outcome", equalTo("WORKED"))
        .body("allowedActions", hasSize(0));

    api()
        .get("/v1/introductions/" + id + "/timeline?limit=200")
        .then()
        .body(
            "data.action",
            contains(
                "CLOSE",
                "RECORD_MEETING",
                "RECORD_REPLY",
                "INTRODUCE",
                "PROSPECT_ACCEPT",
                "ASK_PROSPECT",
                "CONNECTOR_ACCEPT",
                "REQUEST"));
  }

  @Test
  void shouldRefuseAnAttestedYesWithoutActorChannelOrEvidence() {
    String id = story.requested();

    api()
        .body(said("CONNECTOR_ACCEPT"))
        .post("/v1/introductions/" + id + "/transitions")
        .then()
        .statusCode(422)
        .body("code", equalTo("actor-required"));
    for (String field : List.of("channel", "evidence")) {
      Map<String, Object> body = said("CONNECTOR_ACCEPT");
      body.remove(field);
      transition(id, body).statusCode(422).body("code", equalTo("attestation-required"));
    }
    Map<String, Object> byLink = said("CONNECTOR_ACCEPT");
    byLink.put("channel", "LINK");
    transition(id, byLink).statusCode(422).body("code", equalTo("attestation-required"));

    assertThat(state(id)).isEqualTo("REQUESTED");
    assertThat(consents(id)).isEmpty();
  }

  @Test
  void shouldNameTheScopeWhenTheKeyMayNotRecordConsents() {
    String id = story.requested();
    String secret =
        api()
            .body(
                Map.of(
                    "name",
                    unique("key"),
                    "mayActFor",
                    true,
                    "scopes",
                    List.of("introductions:write", "introductions:read")))
            .post("/v1/api-keys")
            .then()
            .statusCode(201)
            .extract()
            .path("secret");

    TestApi.api(secret)
        .header("Vouch-Actor", "crm:1")
        .body(said("CONNECTOR_ACCEPT"))
        .post("/v1/introductions/" + id + "/transitions")
        .then()
        .statusCode(403)
        .body("scope", equalTo("consents:record"));
    TestApi.api(secret)
        .get("/v1/introductions/" + id + "/consents")
        .then()
        .statusCode(403)
        .body("scope", equalTo("consents:read"));
    TestApi.api(secret)
        .post(
            "/v1/messages/" + api().get("/v1/introductions/" + id).path("dueMessageId") + "/render")
        .then()
        .statusCode(403)
        .body("scope", equalTo("introductions:send"));
  }

  @Test
  void shouldShowNotesOnlyToWhoMayReadThem() {
    String id = story.requested();
    transition(id, Map.of("action", "CANCEL", "reasonCode", "CHANGED_MIND", "note", "between us"))
        .statusCode(200);
    String secret =
        api()
            .body(Map.of("name", unique("key"), "scopes", List.of("introductions:read")))
            .post("/v1/api-keys")
            .then()
            .extract()
            .path("secret");

    api()
        .get("/v1/introductions/" + id + "/timeline")
        .then()
        .body("data[0].note", equalTo("between us"))
        .body("data[0].reasonCode", equalTo("CHANGED_MIND"));
    TestApi.api(secret)
        .get("/v1/introductions/" + id + "/timeline")
        .then()
        .body("data[0].note", nullValue())
        .body("data[0].reasonCode", equalTo("CHANGED_MIND"));
  }

  @Test
  void shouldReplaceTheLinkWhenAMessageIsRenderedAgain() {
    String id = story.requested();
    String message = api().get("/v1/introductions/" + id).path("dueMessageId");
    String first = IntroductionStory.render(message);

    String second = IntroductionStory.render(message);

    page(first).then().statusCode(404);
    page(second).then().statusCode(200);
  }

  @Test
  void shouldKeepNoLinkWhenARenderingIsRepeatedUnderItsKey() {
    String id = story.requested();
    String message = api().get("/v1/introductions/" + id).path("dueMessageId");
    String key = unique("render");

    api()
        .header("Idempotency-Key", key)
        .post("/v1/messages/" + message + "/render")
        .then()
        .statusCode(200)
        .body("link", matchesPattern("http.*/i/[A-Za-z0-9_-]{43}"))
        .body("text", notNullValue())
        .body("secretWithheld", equalTo(false));
    api()
        .header("Idempotency-Key", key)
        .post("/v1/messages/" + message + "/render")
        .then()
        .statusCode(200)
        .header("Idempotency-Replayed", "true")
        .body("link", nullValue())
        .body("text", nullValue())
        .body("secretWithheld", equalTo(true));
  }

  @Test
  void shouldRefuseToRenderWhenTheIntroductionHasMovedOn() {
    String id = story.requested();
    String message = api().get("/v1/introductions/" + id).path("dueMessageId");
    transition(id, Map.of("action", "CANCEL")).statusCode(200);

    api()
        .post("/v1/messages/" + message + "/render")
        .then()
        .statusCode(422)
        .body("code", equalTo("message-not-sendable"));
  }

  @Test
  void shouldWaitForTheCallerWhenTheProspectIsAskedByHand() {
    IntroductionSettings manual =
        new IntroductionSettings(
            null, AskProspect.MANUAL, null, null, null, null, null, null, null);
    String id = story.requested(story.referral(manual, "Ann Lee").id());

    transition(id, said("CONNECTOR_ACCEPT")).body("state", equalTo("CONNECTOR_ACCEPTED"));
    transition(id, Map.of("action", "ASK_PROSPECT")).body("state", equalTo("PROSPECT_ASKED"));
  }

  @Test
  void shouldTakeAConsentBackAtAnyTime() {
    String id = story.requested(story.referral(BOTH_ATTESTED, "Ann Lee").id());
    transition(id, said("CONNECTOR_ACCEPT"));
    transition(id, said("PROSPECT_ACCEPT"));
    transition(id, Map.of("action", "INTRODUCE"));

    transition(id, Map.of("action", "WITHDRAW", "party", "PROSPECT"))
        .statusCode(200)
        .body("state", equalTo("INTRODUCED"));
    transition(id, Map.of("action", "WITHDRAW", "party", "PROSPECT")).statusCode(200);

    assertThat(consents(id).getLast().get("withdrawnAt")).isNotNull();
    assertThat(consents(id).getFirst().get("withdrawnAt")).isNull();
  }

  @Test
  void shouldCancelWhenTheReferralIsWithdrawn() {
    Referred referral = story.referral();
    String id = story.requested(referral.id());

    api()
        .body(Map.of("action", "WITHDRAW"))
        .post("/v1/referrals/" + referral.id() + "/transitions")
        .then()
        .statusCode(200);

    assertThat(state(id)).isEqualTo("CANCELLED");
    ask(request(referral.id()))
        .statusCode(422)
        .body("code", equalTo("introduction-not-possible"))
        .body("referralState", equalTo("WITHDRAWN"));
  }

  @Test
  void shouldStoreNothingWhenItIsADryRun() {
    Referred referral = story.referral();
    Map<String, Object> body = request(referral.id());
    body.put("dryRun", true);

    ask(body)
        .statusCode(200)
        .body("dryRun", equalTo(true))
        .body("result.state", equalTo("REQUESTED"))
        .body("events.type", hasItems("introduction.requested", "introduction.message_due"));

    api().get("/v1/introductions?referralId=" + referral.id()).then().body("data", hasSize(0));
  }

  @Test
  void shouldAnswerOnceWhenARequestIsRepeatedUnderItsKey() {
    Referred referral = story.referral();
    String key = unique("request");

    String first =
        api()
            .header("Idempotency-Key", key)
            .body(request(referral.id()))
            .post("/v1/introductions")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    api()
        .header("Idempotency-Key", key)
        .body(request(referral.id()))
        .post("/v1/introductions")
        .then()
        .statusCode(201)
        .header("Idempotency-Replayed", "true")
        .body("id", equalTo(first));
    String other = story.requested();
    String transitionKey = unique("cancel");
    for (String id : List.of(first, other)) {
      api()
          .header("Idempotency-Key", transitionKey)
          .body(Map.of("action", "CANCEL"))
          .post("/v1/introductions/" + id + "/transitions")
          .then()
          .statusCode(id.equals(first) ? 200 : 422);
    }
    assertThat(state(other)).isEqualTo("REQUESTED");
  }
}
