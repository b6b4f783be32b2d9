package app.vouch.referral;

import static app.vouch.TestApi.api;
import static app.vouch.TestApi.unique;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import app.vouch.referral.Story.Setting;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DealReferralTest {
  @Inject Story story;

  private static ValidatableResponse deal(String ref, String milestone, Object... members) {
    Map<String, Object> body = new HashMap<>();
    body.put("name", "Acme rollout");
    body.put("externalRefs", List.of(Map.of("system", "hubspot", "id", ref)));
    body.put("milestone", milestone);
    for (int i = 0; i < members.length; i += 2) {
      body.put(String.valueOf(members[i]), members[i + 1]);
    }
    return api().body(body).post("/v1/deals").then();
  }

  private static List<Map<String, String>> people(String... emails) {
    return java.util.Arrays.stream(emails).map(e -> Map.of("name", "Ann Lee", "email", e)).toList();
  }

  private static void state(String id, String state) {
    api().get("/v1/referrals/" + id).then().statusCode(200).body("state", equalTo(state));
  }

  @Test
  void shouldFollowTheDealWhenTheProspectIsAmongItsPeople() {
    String email = Story.address();
    String id = story.plain().captured(email).extract().path("id");
    String ref = unique("D");

    deal(ref, "MEETING", "people", people(email)).statusCode(201);
    state(id, "MEETING");
    deal(ref, "CONTACTED").statusCode(200);
    state(id, "MEETING");
    deal(ref, "WON", "amount", Map.of("amount", "48000.00", "currency", "USD")).statusCode(200);
    state(id, "WON");
    deal(ref, "QUALIFIED").statusCode(200);
    state(id, "QUALIFIED");
    deal(ref, "LOST").statusCode(200);
    state(id, "LOST");
    deal(ref, "WON").statusCode(200);
    state(id, "WON");

    api()
        .get("/v1/referrals/" + id + "/timeline")
        .then()
        .body(
            "data.action",
            contains(
                "WIN", "REOPEN", "LOSE", "REOPEN", "WIN", "BOOK_MEETING", "ACCEPT", "CAPTURE"));
  }

  @Test
  void shouldLinkWhenTheDealNamesTheReferral() {
    Setting setting = story.plain();
    String external = unique("R");
    Map<String, Object> body = setting.capture("Ann", Story.address());
    body.put("externalRefs", List.of(Map.of("system", "hubspot", "id", external)));
    String id = api().body(body).post("/v1/referrals").path("id");

    deal(unique("D"), "WON", "referralId", "ext:hubspot:default:referral:" + external)
        .statusCode(201);

    state(id, "WON");
    deal(unique("D"), "NONE", "referralId", "ref_01h455vb4pex5vsknk084sn02q")
        .statusCode(422)
        .body("code", equalTo("unknown-reference"));
  }

  @Test
  void shouldBeLostOnlyWhenNoDealIsOpen() {
    String email = Story.address();
    String id = story.plain().captured(email).extract().path("id");
    String one = unique("D");
    String two = unique("D");
    deal(one, "QUALIFIED", "people", people(email)).statusCode(201);
    deal(two, "NONE", "people", people(email)).statusCode(201);

    deal(one, "LOST").statusCode(200);
    state(id, "QUALIFIED");
    deal(two, "LOST").statusCode(200);
    state(id, "LOST");
    deal(unique("D"), "NONE", "people", people(email)).statusCode(201);
    state(id, "QUALIFIED");
  }

  @Test
  void shouldAskAPersonWhenSeveralReferralsFit() {
    String one = Story.address();
    String two = Story.address();
    String first = story.plain().captured(one).extract().path("id");
    String second = story.plain().captured(two).extract().path("id");
    String ref = unique("D");

    String dealId =
        deal(ref, "WON", "people", people(one, two)).statusCode(201).extract().path("id");

    state(first, "ACCEPTED");
    String item = "data.find { it.dealId == '%s' }".formatted(dealId);
    api()
        .queryParam("resolved", false)
        .get("/v1/review-items")
        .then()
        .statusCode(200)
        .body(item + ".candidates", containsInAnyOrder(first, second));
    api()
        .post("/v1/referrals/" + second + "/deals/" + dealId)
        .then()
        .statusCode(200)
        .body("state", equalTo("WON"));
    state(first, "ACCEPTED");
    api()
        .queryParam("resolved", true)
        .get("/v1/review-items")
        .then()
        .body("data.dealId", hasItem(dealId));
  }

  @Test
  void shouldCatchUpWithTheDealWhenTheReferralIsAcceptedLate() {
    String email = Story.address();
    String id = story.reviewed().captured(email).extract().path("id");
    deal(unique("D"), "WON", "people", people(email)).statusCode(201);
    state(id, "SUBMITTED");

    api()
        .body(Map.of("action", "ACCEPT"))
        .post("/v1/referrals/" + id + "/transitions")
        .then()
        .statusCode(200);

    state(id, "WON");
  }

  @Test
  void shouldLeaveOldDealsWithoutReferral() {
    String email = Story.address();
    String id = story.plain().captured(email).extract().path("id");

    deal(unique("D"), "LOST", "people", people(email), "historic", true).statusCode(201);
    deal(unique("D"), "LOST", "people", people(email), "closedAt", "2020-05-01T00:00:00Z")
        .statusCode(201);

    state(id, "ACCEPTED");
  }

  @Test
  void shouldStayUnlinkedWhenAPersonRemovedTheLink() {
    String email = Story.address();
    String id = story.plain().captured(email).extract().path("id");
    String ref = unique("D");
    String dealId = deal(ref, "WON", "people", people(email)).extract().path("id");
    state(id, "WON");

    api()
        .delete("/v1/referrals/" + id + "/deals/" + dealId)
        .then()
        .statusCode(200)
        .body("state", equalTo("QUALIFIED"));

    deal(ref, "LOST", "stage", "gone").statusCode(200);
    state(id, "QUALIFIED");
    api().post("/v1/referrals/" + id + "/deals/" + dealId).then().body("state", equalTo("LOST"));
  }

  @Test
  void shouldMoveNothingWhenTheReferralIsNotLive() {
    Setting setting = story.plain();
    String email = Story.address();
    String first = setting.captured(email).extract().path("id");
    String second = setting.captured(email).extract().path("id");

    deal(unique("D"), "WON", "people", people(email)).statusCode(201);

    state(first, "WON");
    state(second, "DUPLICATE");
    api().queryParam("prospectEmail", email).get("/v1/referrals").then().body("data", hasSize(2));
  }
}
