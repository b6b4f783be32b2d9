package app.vouch.referral;

import static app.vouch.TestApi.api;
import static app.vouch.TestApi.unique;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import app.vouch.referral.Story.Setting;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReferralCaptureTest {
  @Inject Story story;

  @Test
  void shouldAcceptAtOnceWhenNobodyHoldsTheProspect() {
    Setting setting = story.plain();
    String email = Story.address();
    Map<String, Object> body = setting.capture("Ann Lee", email);
    body.put("metadata", Map.of("campaign", "q4"));
    body.put("evidence", List.of(Map.of("kind", "TEXT", "text", "talk to Ann")));
    body.put("occurredAt", "2026-01-02T03:04:05Z");

    api()
        .body(body)
        .post("/v1/referrals")
        .then()
        .statusCode(201)
        .header("ETag", "\"1\"")
        .body("id", matchesPattern("ref_[0-9a-z]{26}"))
        .body("state", equalTo("ACCEPTED"))
        .body("coarseStatus", equalTo("IN_CONTACT"))
        .body("version", equalTo(1))
        .body("programVersionId", matchesPattern("pgv_.*"))
        .body("prospect.email", equalTo(email))
        .body("prospect.organization.domain", equalTo(email.split("@", -1)[1]))
        .body("referrer.id", equalTo(setting.referrerId()))
        .body("referrer.name", equalTo("Kim"))
        .body("decision.outcome", equalTo("ACCEPTED"))
        .body("decision.rule", equalTo("FIRST_COMPLETE"))
        .body("decision.reasons", empty())
        .body("decision.claim", nullValue())
        .body("decision.competing", empty())
        .body("due.firstContact", notNullValue())
        .body("due.thankYou", notNullValue())
        .body("metadata.campaign", equalTo("q4"))
        .body("evidence[0].text", equalTo("talk to Ann"))
        .body("source", equalTo("API"))
        .body("basis", equalTo("LEGITIMATE_INTEREST"))
        .body("allowedActions", hasItem("CONTACT"));
  }

  @Test
  void shouldKeepADuplicateWhenTheProspectIsHeld() {
    Setting setting = story.plain();
    String email = Story.address();
    String first = setting.captured(email).statusCode(201).extract().path("id");

    String second =
        setting
            .captured(email.toUpperCase(java.util.Locale.ROOT))
            .statusCode(201)
            .body("state", equalTo("DUPLICATE"))
            .body("coarseStatus", equalTo("RECEIVED"))
            .body("version", equalTo(1))
            .body("reasonCode", equalTo("PERSON_KNOWN"))
            .body("decision.outcome", equalTo("DUPLICATE"))
            .body("decision.reasons.code", contains("PERSON_KNOWN"))
            .body("decision.competing.referralId", contains(first))
            .body("due.firstContact", nullValue())
            .body("allowedActions", contains("REINSTATE"))
            .extract()
            .path("id");

    api()
        .get("/v1/referrals/" + second + "/timeline")
        .then()
        .statusCode(200)
        .body("data.action", contains("MARK_DUPLICATE", "CAPTURE"))
        .body("data.version", contains(1, 1))
        .body("data[0].reasonCode", equalTo("PERSON_KNOWN"));
  }

  @Test
  void shouldNotTellWhoElseReferredWhenTheCallerDoesNotDecide() {
    Setting setting = story.plain();
    String email = Story.address();
    setting.captured(email).statusCode(201);
    String key =
        api()
            .body(Map.of("name", "form", "scopes", List.of("referrals:write", "referrals:read")))
            .post("/v1/api-keys")
            .path("secret");

    api(key)
        .body(setting.capture("Ann Lee", email))
        .post("/v1/referrals")
        .then()
        .statusCode(201)
        .body("decision.outcome", equalTo("DUPLICATE"))
        .body("decision.competing", empty());
  }

  @Test
  void shouldWaitForAPersonWhenTheProgramReviews() {
    story
        .reviewed()
        .captured(Story.address())
        .statusCode(201)
        .body("state", equalTo("SUBMITTED"))
        .body("decision.outcome", equalTo("UNDER_REVIEW"))
        .body("decision.reasons.code", contains("REVIEW"));
  }

  @Test
  void shouldStoreNoAddressWhenTheProgramOnlyHashes() {
    Setting setting = story.hashing();
    String email = Story.address();
    String person =
        setting
            .captured(email)
            .statusCode(201)
            .body("prospect.email", nullValue())
            .body("prospect.name", equalTo("Ann Lee"))
            .extract()
            .path("prospect.id");

    setting.captured(email).body("decision.outcome", equalTo("DUPLICATE"));
    setting.captured(email).body("prospect.id", equalTo(person));
  }

  @Test
  void shouldNameNoOrganizationWhenTheAddressIsAFreeOne() {
    Setting setting = story.plain();
    Map<String, Object> body = setting.capture("Ann", unique("ann") + "@gmail.com");

    api()
        .body(body)
        .post("/v1/referrals")
        .then()
        .statusCode(201)
        .body("prospect.organization", nullValue())
        .body("decision.reasons.code", contains("NO_ORGANIZATION"));
  }

  @Test
  void shouldAnswerTheSameReferralWhenTheExternalReferenceIsKnown() {
    Setting setting = story.plain();
    Map<String, Object> body = setting.capture("Ann", Story.address());
    String external = unique("F");
    body.put("externalRefs", List.of(Map.of("system", "typeform", "id", external)));
    String id = api().body(body).post("/v1/referrals").then().statusCode(201).extract().path("id");

    api().body(body).post("/v1/referrals").then().statusCode(200).body("id", equalTo(id));

    api()
        .get("/v1/referrals/ext:typeform:default:referral:" + external)
        .then()
        .statusCode(200)
        .body("externalRefs[0].id", equalTo(external));
    api()
        .queryParam("externalRef", "typeform:default:referral:" + external)
        .get("/v1/referrals")
        .then()
        .body("data.id", contains(id));
  }

  @Test
  void shouldReplayTheAnswerWhenTheKeyIsTheSame() {
    Setting setting = story.plain();
    Map<String, Object> body = setting.capture("Ann", Story.address());
    String key = unique("key");
    String id =
        api()
            .header("Idempotency-Key", key)
            .body(body)
            .post("/v1/referrals")
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    api()
        .header("Idempotency-Key", key)
        .body(body)
        .post("/v1/referrals")
        .then()
        .statusCode(201)
        .header("Idempotency-Replayed", "true")
        .body("id", equalTo(id))
        .body("state", equalTo("ACCEPTED"));
    body.put("role", "CTO");
    api()
        .header("Idempotency-Key", key)
        .body(body)
        .post("/v1/referrals")
        .then()
        .statusCode(422)
        .body("code", equalTo("idempotency-key-reused"));
  }

  @Test
  void shouldStoreNothingWhenItIsOnlyAPreview() {
    Setting setting = story.plain();
    String email = Story.address();
    Map<String, Object> body = setting.capture("Ann", email);
    body.put("dryRun", true);

    api()
        .body(body)
        .post("/v1/referrals")
        .then()
        .statusCode(200)
        .body("dryRun", equalTo(true))
        .body("result.state", equalTo("ACCEPTED"))
        .body("events.type", contains("referral.captured", "referral.accepted"));

    api().queryParam("prospectEmail", email).get("/v1/referrals").then().body("data", empty());
  }

  @Test
  void shouldRefuseWhenReferrerAndProspectAreOne() {
    Setting setting = story.plain();

    setting
        .captured(setting.referrerEmail())
        .statusCode(422)
        .body("code", equalTo("self-referral"));
  }

  @Test
  void shouldNameEveryFaultWhenTheBodyBreaksBounds() {
    api()
        .body(
            Map.of(
                "prospect",
                Map.of("name", "", "email", "nowhere"),
                "metadata",
                Map.of("k", "v".repeat(501))))
        .post("/v1/referrals")
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-request"))
        .body("errors.pointer", hasItem("/referrer"))
        .body("errors.pointer", hasItem("/prospect/name"))
        .body("errors.pointer", hasItem("/prospect/email"))
        .body("errors.size()", equalTo(4));
  }

  @Test
  void shouldRefuseWhenAFieldIsUnknownOrTheTimeIsToCome() {
    Setting setting = story.plain();
    Map<String, Object> body = setting.capture("Ann", Story.address());
    body.put("surprise", 1);
    api().body(body).post("/v1/referrals").then().statusCode(400);
    body.remove("surprise");
    body.put("occurredAt", "2999-01-01T00:00:00Z");
    api()
        .body(body)
        .post("/v1/referrals")
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/occurredAt"));
    body.put("occurredAt", null);
    body.put("visitId", "vis_01h455vb4pex5vsknk084sn02q");
    api()
        .body(body)
        .post("/v1/referrals")
        .then()
        .statusCode(422)
        .body("code", equalTo("unknown-reference"));
  }

  @Test
  void shouldFindReferralsWhenFiltersNameThem() {
    Setting setting = story.plain();
    String email = Story.address();
    String first = setting.captured(email).extract().path("id");
    String second = setting.captured(email).extract().path("id");

    api()
        .queryParam("prospectEmail", email)
        .get("/v1/referrals")
        .then()
        .statusCode(200)
        .body("data.id", contains(second, first));
    api()
        .queryParam("prospectEmail", email)
        .queryParam("state", "DUPLICATE")
        .queryParam("programId", setting.programId())
        .queryParam("referrerId", setting.referrerId())
        .queryParam("updatedSince", "2026-01-01T00:00:00Z")
        .get("/v1/referrals")
        .then()
        .body("data.id", contains(second));
    api()
        .queryParam("referrerId", setting.referrerId())
        .queryParam("limit", 1)
        .get("/v1/referrals")
        .then()
        .body("data.id", contains(second))
        .body("page.hasMore", equalTo(true));
    api().queryParam("state", "NOWHERE").get("/v1/referrals").then().statusCode(400);
    api().queryParam("updatedSince", "noon").get("/v1/referrals").then().statusCode(400);
  }
}
