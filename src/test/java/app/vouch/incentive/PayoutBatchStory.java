package app.vouch.incentive;

import static app.vouch.TestApi.api;
import static app.vouch.TestApi.unique;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Batches of a tenant, over the API. */
final class PayoutBatchStory {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String MIA = "crm:mia; name=\"Mia Manager\"";

  private final String key;

  PayoutBatchStory(String key) {
    this.key = key;
  }

  /** The id of a batch in US dollars whose payouts are made. */
  String made(Map<String, ?> input) {
    JsonPath made =
        api(key)
            .header("Idempotency-Key", unique("batch"))
            .body(inDollars(input))
            .post("/v1/payout-batches")
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();
    finished(made.getString("jobId"));
    return made.getString("id");
  }

  static Map<String, Object> inDollars(Map<String, ?> input) {
    Map<String, Object> body = new HashMap<>(input);
    body.put("currency", "USD");
    return body;
  }

  /** The job, once it is over. */
  JsonPath moved(String batch, String action) {
    return movedAs(MIA, batch, action);
  }

  JsonPath movedAs(String actor, String batch, String action) {
    String job =
        api(key)
            .header("Vouch-Actor", actor)
            .body(Map.of("action", action))
            .post("/v1/payout-batches/" + batch + "/transitions")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    return finished(job);
  }

  private JsonPath finished(String job) {
    await()
        .atMost(SOON)
        .until(() -> api(key).get("/v1/jobs/" + job).path("state").equals("FINISHED"));
    return api(key).get("/v1/jobs/" + job).jsonPath();
  }

  JsonPath read(String batch) {
    return api(key).get("/v1/payout-batches/" + batch).then().statusCode(200).extract().jsonPath();
  }

  /** Why the batch's job left somebody out, by their id. */
  Map<String, String> leftOut(String batch) {
    List<Map<String, Object>> items =
        api(key)
            .get("/v1/jobs/" + read(batch).getString("jobId") + "/items?limit=200")
            .path("data");
    Map<String, String> codes = new HashMap<>();
    items.stream()
        .filter(item -> item.get("code") != null)
        .forEach(item -> codes.put((String) item.get("resourceId"), (String) item.get("code")));
    return codes;
  }

  /** The batch's payouts in that state. */
  List<String> payouts(String batch, String state) {
    return api(key)
        .get("/v1/payouts?limit=200&batchId=" + batch + "&state=" + state)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("data.id", String.class);
  }

  /** What a verification of the tenant's whole ledger finds. */
  String verified() {
    String id =
        api(key)
            .header("Idempotency-Key", unique("verify"))
            .body(Map.of())
            .post("/v1/ledger/verifications")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String verification = "/v1/ledger/verifications/" + id;
    await().atMost(SOON).until(() -> api(key).get(verification).path("outcome") != null);
    return api(key).get(verification).asString();
  }

  /** The HTTP status of a report from outside. */
  int report(String payout, String action, String reference) {
    return api(key)
        .body(Map.of("action", action, "reasonCode", "TEST", "reference", reference))
        .post("/v1/payouts/" + payout + "/transitions")
        .statusCode();
  }
}
