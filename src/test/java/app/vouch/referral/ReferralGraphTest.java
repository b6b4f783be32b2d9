package app.vouch.referral;

import static app.vouch.TestApi.api;
import static app.vouch.TestApi.graphql;
import static app.vouch.TestApi.unique;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import app.vouch.referral.Story.Setting;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReferralGraphTest {
  private static final String CAPTURE =
      """
      mutation($input: CaptureReferralInput!) { captureReferral(input: $input) {
        referral { id state version coarseStatus decision { outcome reasons { code } }
          allowedActions metadata { key value } }
        userErrors { code message field } } }""";
  private static final String MOVE =
      """
      mutation($input: TransitionReferralInput!) { transitionReferral(input: $input) {
        referral { id state } userErrors { code field } } }""";

  @Inject Story story;

  private static Map<String, Object> capture(Setting setting, String email) {
    return new LinkedHashMap<>(setting.capture("Ann Lee", email));
  }

  @Test
  void shouldCaptureMoveAndReadWhenAskedByGraphql() {
    Setting setting = story.plain();
    String email = Story.address();
    Map<String, Object> input = capture(setting, email);
    input.put("metadata", List.of(Map.of("key", "campaign", "value", "q4")));
    input.put("idempotencyKey", unique("key"));
    String id =
        graphql(CAPTURE, Map.of("input", input))
            .statusCode(200)
            .body("data.captureReferral.userErrors", empty())
            .body("data.captureReferral.referral.state", equalTo("ACCEPTED"))
            .body("data.captureReferral.referral.version", equalTo(1))
            .body("data.captureReferral.referral.metadata[0].value", equalTo("q4"))
            .extract()
            .path("data.captureReferral.referral.id");
    graphql(CAPTURE, Map.of("input", input)).body("data.captureReferral.referral.id", equalTo(id));
    graphql(MOVE, Map.of("input", Map.of("id", id, "action", "CONTACT")))
        .body("data.transitionReferral.referral.state", equalTo("CONTACTED"));
    api()
        .body(
            Map.of(
                "name",
                "Rollout",
                "externalRefs",
                List.of(Map.of("system", "hubspot", "id", unique("D"))),
                "people",
                List.of(Map.of("name", "Ann Lee", "email", email))))
        .post("/v1/deals")
        .then()
        .statusCode(201);

    graphql(
            """
            query($id: ID!) { referral(id: $id) { id state
              prospect { name email } referrer { id code } programVersion { id }
              deals { name } timeline { action to } }
              referralTimeline(id: $id, first: 1) { entries { action } nextCursor } }""",
            Map.of("id", id))
        .statusCode(200)
        .body("data.referral.prospect.email", equalTo(email))
        .body("data.referral.referrer.id", equalTo(setting.referrerId()))
        .body("data.referral.deals.name", contains("Rollout"))
        .body("data.referral.timeline.action", contains("CONTACT", "ACCEPT", "CAPTURE"))
        .body("data.referralTimeline.entries", hasSize(1));
  }

  @Test
  void shouldListWithNestedFieldsWhenAFilterIsGiven() {
    Setting setting = story.plain();
    String email = Story.address();
    setting.captured(email);
    setting.captured(email);

    graphql(
            """
            query($filter: ReferralFilter) { referrals(first: 10, filter: $filter) {
              edges { node { state prospect { email } referrer { id } timeline { action } } }
              pageInfo { hasNextPage } } }""",
            Map.of("filter", Map.of("referrerId", setting.referrerId())))
        .statusCode(200)
        .body("data.referrals.edges.node.state", contains("DUPLICATE", "ACCEPTED"))
        .body("data.referrals.edges.node.prospect.email", contains(email, email));
  }

  @Test
  void shouldAnswerUserErrorsWhenTheInputIsWrong() {
    Setting setting = story.plain();
    Map<String, Object> self = capture(setting, setting.referrerEmail());
    graphql(CAPTURE, Map.of("input", self))
        .statusCode(200)
        .body("data.captureReferral.referral", nullValue())
        .body("data.captureReferral.userErrors.code", contains("self-referral"));
    Map<String, Object> bad = capture(setting, "nowhere");
    graphql(CAPTURE, Map.of("input", bad))
        .body("data.captureReferral.userErrors.code", contains("invalid-request"))
        .body("data.captureReferral.userErrors[0].field", contains("prospect", "email"));
    String id = setting.captured(Story.address()).extract().path("id");
    graphql(MOVE, Map.of("input", Map.of("id", id, "action", "REVIVE")))
        .body("data.transitionReferral.userErrors.code", hasItem("transition-not-allowed"));
    graphql(MOVE, Map.of("input", Map.of("id", id, "action", "LOSE")))
        .body("data.transitionReferral.userErrors.code", contains("reason-required"));
  }
}
