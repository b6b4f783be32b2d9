package app.vouch.attribution;

import static app.vouch.TestApi.api;
import static app.vouch.TestApi.unique;

import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Programs, referrals and deals, as callers make them over REST. */
final class CreditStory {

  /** A program with a published version that has this attribution model. */
  static String program(String model) {
    String program = made("/v1/programs", Map.of("name", unique("Partners")));
    String version =
        made(
            "/v1/programs/" + program + "/versions",
            Map.of(
                "currency",
                "USD",
                "attribution",
                Map.of("model", Map.of("type", model)),
                "introductions",
                Map.of("attestedConsent", "BOTH")));
    api().post("/v1/program-versions/" + version + "/publish").then().statusCode(200);
    return program;
  }

  /** A referral of a new prospect by a new referrer. */
  static String referral(String program) {
    String referrer =
        made(
            "/v1/referrers",
            Map.of(
                "programId",
                program,
                "person",
                Map.of("name", "Kim", "email", unique("kim") + "@kim.example")));
    return made(
        "/v1/referrals",
        Map.of(
            "programId",
            program,
            "referrer",
            Map.of("id", referrer),
            "prospect",
            Map.of("name", "Ann Lee", "email", "ann@" + unique("acme") + ".example")));
  }

  /** Introduces the prospect of a referral; both parties agreed on the phone. */
  static void introduce(String referral) {
    String id =
        made(
            "/v1/introductions",
            Map.of(
                "referralId",
                referral,
                "requester",
                Map.of("name", "Sam Seller", "email", unique("sam") + "@seller.example"),
                "subject",
                "Shorter month ends at Acme",
                "context",
                "Ann fights with month-end closing; Sam's team cut Kim's closing to two days."));
    step(id, Map.of("action", "CONNECTOR_ACCEPT", "channel", "PHONE", "evidence", "said yes"));
    step(id, Map.of("action", "PROSPECT_ACCEPT", "channel", "PHONE", "evidence", "said yes"));
    step(id, Map.of("action", "INTRODUCE"));
  }

  private static void step(String introduction, Map<String, ?> body) {
    api()
        .header("Vouch-Actor", "crm:4711")
        .body(body)
        .post("/v1/introductions/" + introduction + "/transitions")
        .then()
        .statusCode(200);
  }

  /** Sends a deal under a reference, with members as name, value, name, value. */
  static ValidatableResponse deal(String ref, Object... members) {
    Map<String, Object> body = new HashMap<>();
    body.put("name", "Acme rollout");
    body.put("externalRefs", List.of(Map.of("system", "hubspot", "id", ref)));
    for (int i = 0; i < members.length; i += 2) {
      body.put(String.valueOf(members[i]), members[i + 1]);
    }
    return api().body(body).post("/v1/deals").then();
  }

  static Map<String, String> usd(String amount) {
    return Map.of("amount", amount, "currency", "USD");
  }

  static ValidatableResponse versions(String deal) {
    return api().get("/v1/deals/" + deal + "/attributions").then().statusCode(200);
  }

  private static String made(String path, Map<String, ?> body) {
    return api().body(body).post(path).then().statusCode(201).extract().path("id");
  }

  private CreditStory() {}
}
