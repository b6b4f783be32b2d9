package app.vouch.referral;

import static app.vouch.TestApi.api;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import app.vouch.referral.Story.Setting;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReferralTransitionTest {
  @Inject Story story;

  private static ValidatableResponse move(String id, String action) {
    return api().body(Map.of("action", action)).post("/v1/referrals/" + id + "/transitions").then();
  }

  private static ValidatableResponse move(String id, String action, String reasonCode) {
    return api()
        .body(Map.of("action", action, "reasonCode", reasonCode, "note", "they said so"))
        .post("/v1/referrals/" + id + "/transitions")
        .then();
  }

  private static ValidatableResponse state(String id) {
    return api().get("/v1/referrals/" + id).then().statusCode(200);
  }

  @Test
  void shouldMoveOnWhenTheTableAllowsIt() {
    String id = story.plain().captured(Story.address()).extract().path("id");

    move(id, "CONTACT").statusCode(200).body("state", equalTo("CONTACTED"));
    move(id, "BOOK_MEETING").statusCode(200).body("state", equalTo("MEETING"));
    move(id, "QUALIFY").statusCode(200).body("version", equalTo(4));
    move(id, "LOSE", "NO_BUDGET")
        .statusCode(200)
        .body("state", equalTo("LOST"))
        .body("reasonCode", equalTo("NO_BUDGET"))
        .body("version", equalTo(5));
  }

  @Test
  void shouldAnswerThePresentStateWhenAnActionIsRepeated() {
    String id = story.plain().captured(Story.address()).extract().path("id");
    move(id, "CONTACT").body("version", equalTo(2));

    move(id, "CONTACT").statusCode(200).body("version", equalTo(2));

    move(id, "ACCEPT").statusCode(409);
  }

  @Test
  void shouldNameWhatIsAllowedWhenTheTableRefuses() {
    String id = story.plain().captured(Story.address()).extract().path("id");
    move(id, "WITHDRAW").statusCode(200).body("state", equalTo("WITHDRAWN"));

    move(id, "CONTACT")
        .statusCode(409)
        .body("code", equalTo("transition-not-allowed"))
        .body("allowed", equalTo(List.of()));
    String other = story.plain().captured(Story.address()).extract().path("id");
    move(other, "REVIVE")
        .statusCode(409)
        .body("allowed", hasItem("CONTACT"))
        .body("allowed", not(hasItem("WIN")));
  }

  @Test
  void shouldRefuseWhenTheActionIsNotForCallersOrLacksAReason() {
    String id = story.plain().captured(Story.address()).extract().path("id");

    move(id, "WIN").statusCode(400);
    move(id, "LOSE").statusCode(422).body("code", equalTo("reason-required"));
    move(id, "REJECT").statusCode(422).body("code", equalTo("reason-required"));
    move(id, "MARK_DUPLICATE", "BECAUSE").statusCode(400);
    move(id, "LOSE", "no budget").statusCode(400);
    state(id).body("version", equalTo(1));
  }

  @Test
  void shouldRefuseADecisionWhenTheKeyMayNotDecide() {
    String id = story.reviewed().captured(Story.address()).extract().path("id");
    String key =
        api()
            .body(Map.of("name", "form", "scopes", List.of("referrals:write")))
            .post("/v1/api-keys")
            .path("secret");

    api(key)
        .body(Map.of("action", "ACCEPT"))
        .post("/v1/referrals/" + id + "/transitions")
        .then()
        .statusCode(403)
        .body("scope", equalTo("referrals:decide"));

    move(id, "ACCEPT").body("state", equalTo("ACCEPTED")).body("due.firstContact", notNullValue());
  }

  @Test
  void shouldReinstateTheOldestDuplicateWhenTheWinnerFalls() {
    Setting setting = story.plain();
    String email = Story.address();
    String winner = setting.captured(email).extract().path("id");
    String second = setting.captured(email).extract().path("id");
    String third = setting.captured(email).extract().path("id");

    move(winner, "REJECT", "NOT_A_FIT").statusCode(200);

    state(second).body("state", equalTo("ACCEPTED")).body("version", equalTo(2));
    state(third).body("state", equalTo("DUPLICATE"));
    api()
        .get("/v1/referrals/" + second + "/timeline")
        .then()
        .body("data.action", contains("REINSTATE", "MARK_DUPLICATE", "CAPTURE"));
    move(second, "WITHDRAW").statusCode(200);
    state(third).body("state", equalTo("ACCEPTED"));
  }

  @Test
  void shouldRefuseToReinstateWhenAnotherHoldsTheProspect() {
    Setting setting = story.plain();
    String email = Story.address();
    setting.captured(email).statusCode(201);
    String second = setting.captured(email).extract().path("id");

    move(second, "REINSTATE").statusCode(422).body("code", equalTo("prospect-held"));
  }

  @Test
  void shouldStoreNothingWhenATransitionIsOnlyPreviewed() {
    String id = story.plain().captured(Story.address()).extract().path("id");

    api()
        .body(Map.of("action", "CONTACT", "dryRun", true))
        .post("/v1/referrals/" + id + "/transitions")
        .then()
        .statusCode(200)
        .body("result.state", equalTo("CONTACTED"))
        .body("events.type", contains("referral.contacted", "referral.referrer_update_due"));

    state(id).body("state", equalTo("ACCEPTED"));
  }

  @Test
  void shouldRememberTheFirstThanksWhenTheyAreRecordedTwice() {
    String id = story.plain().captured(Story.address()).extract().path("id");
    String first =
        api()
            .post("/v1/referrals/" + id + "/thanks")
            .then()
            .statusCode(200)
            .body("version", equalTo(2))
            .extract()
            .path("thankedAt");

    api()
        .post("/v1/referrals/" + id + "/thanks")
        .then()
        .body("thankedAt", equalTo(first))
        .body("version", equalTo(2));
  }

  @Test
  void shouldFindNothingWhenTheIdIsOfAnotherTypeOrUnknown() {
    move("dea_01h455vb4pex5vsknk084sn02q", "CONTACT").statusCode(404);
    move("ref_01h455vb4pex5vsknk084sn02q", "CONTACT").statusCode(404);
    move("ref_01h455vb4pex5vsknk084sn02q", "REJECT", "X").statusCode(404);
    api().get("/v1/referrals/ref_01h455vb4pex5vsknk084sn02q/timeline").then().statusCode(404);
  }
}
