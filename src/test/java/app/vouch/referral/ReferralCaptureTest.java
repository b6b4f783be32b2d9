package app.vouch.referral;

import static app.vouch.TestApi.api;
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
}
