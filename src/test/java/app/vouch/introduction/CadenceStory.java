package app.vouch.introduction;

import static app.vouch.TestApi.OPERATOR_KEY;
import static app.vouch.TestApi.api;
import static app.vouch.TestApi.unique;
import static org.hamcrest.Matchers.lessThan;

import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A tenant with one program, and introductions in it. */
final class CadenceStory {
  private final String key;
  private final String tenant;
  private final String program;

  /**
   * @param settings of the program's version
   */
  CadenceStory(Map<String, ?> settings) {
    this(tenantKey(), settings);
  }

  private CadenceStory(String key, Map<String, ?> settings) {
    this.key = key;
    this.tenant = api(key).get("/v1/me").path("tenantId");
    this.program = id("/v1/programs", Map.of("name", unique("Partners")));
    Map<String, Object> rules = new HashMap<>(settings);
    rules.put("introductions", Map.of("attestedConsent", "BOTH"));
    String version = id("/v1/programs/" + program + "/versions", rules);
    post("/v1/program-versions/" + version + "/publish", Map.of());
  }

  /** In the calendar's zone, with the calendar. */
  static CadenceStory with(Map<String, ?> calendar) {
    String key = tenantKey();
    String id =
        api(key).body(calendar).post("/v1/calendars").then().statusCode(201).extract().path("id");
    return new CadenceStory(key, Map.of("timeZone", calendar.get("timeZone"), "calendarId", id));
  }

  private static String tenantKey() {
    return api(OPERATOR_KEY)
        .body(Map.of("name", unique("Cadence")))
        .post("/v1/tenants")
        .path("liveKey");
  }

  String key() {
    return key;
  }

  String tenant() {
    return tenant;
  }

  String requested() {
    String name = unique("kim");
    String referrer =
        id(
            "/v1/referrers",
            Map.of(
                "programId",
                program,
                "person",
                Map.of("name", "Kim Park", "email", name + "@kim.example")));
    String referral =
        id(
            "/v1/referrals",
            Map.of(
                "programId",
                program,
                "referrer",
                Map.of("id", referrer),
                "prospect",
                Map.of("name", "Ann Lee", "email", "ann@" + name + ".example")));
    return id("/v1/introductions", IntroductionStory.request(referral));
  }

  /** The introduction's prospect wants no messages any more. */
  void suppressProspect(String introduction) {
    String person = api(key).get("/v1/introductions/" + introduction).path("prospectPersonId");
    String email = api(key).get("/v1/people/" + person).path("email");
    post("/v1/suppressions", Map.of("email", email, "reason", "OBJECTION"));
  }

  String introduced() {
    String id = requested();
    says(id, "CONNECTOR_ACCEPT");
    says(id, "PROSPECT_ACCEPT");
    does(id, Map.of("action", "INTRODUCE"));
    return id;
  }

  void says(String introduction, String answer) {
    does(
        introduction,
        Map.of("action", answer, "channel", "PHONE", "evidence", "said so on the phone"));
  }

  void does(String introduction, Map<String, ?> action) {
    post("/v1/introductions/" + introduction + "/transitions", action);
  }

  JsonPath post(String path, Object body) {
    return api(key)
        .header("Vouch-Actor", "crm:4711; name=\"Sam Seller\"")
        .body(body)
        .post(path)
        .then()
        .statusCode(lessThan(300))
        .extract()
        .jsonPath();
  }

  private String id(String path, Object body) {
    return post(path, body).getString("id");
  }

  private JsonPath get(String path) {
    return api(key).get(path).then().statusCode(200).extract().jsonPath();
  }

  String state(String introduction) {
    return get("/v1/introductions/" + introduction).getString("state");
  }

  /** The oldest first. */
  List<String> messages(String introduction) {
    return get("/v1/introductions/" + introduction + "/messages").getList("data.kind");
  }

  List<Map<String, Object>> messageRows(String introduction) {
    return get("/v1/introductions/" + introduction + "/messages").getList("data");
  }

  /** When messages of a kind became due, the oldest first. */
  List<Instant> times(String introduction, MessageKind kind) {
    return messageRows(introduction).stream()
        .filter(message -> kind.name().equals(message.get("kind")))
        .map(message -> Instant.parse(String.valueOf(message.get("createdAt"))))
        .toList();
  }

  /** When it was introduced. */
  Instant introducedAt(String introduction) {
    return Instant.parse(get("/v1/introductions/" + introduction).getString("updatedAt"));
  }
}
