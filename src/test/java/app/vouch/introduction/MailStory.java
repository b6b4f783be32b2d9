package app.vouch.introduction;

import static app.vouch.TestApi.OPERATOR_KEY;
import static app.vouch.TestApi.api;
import static app.vouch.TestApi.unique;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.lessThan;

import app.vouch.platform.mail.MailReceiver;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A tenant of its own whose program lets Vouch write to people in Great Britain. */
final class MailStory {
  static final Duration SOON = Duration.ofSeconds(60);

  private static final Pattern OPT_IN = Pattern.compile("/i/[A-Za-z0-9_-]+");
  private static final Pattern OPT_OUT = Pattern.compile("/u/[A-Za-z0-9_-]+");

  private final String key;
  private final String program;

  /** Who takes part in one introduction. */
  record Cast(String introduction, String connector, String prospect, String requester) {}

  private MailStory(String key, Map<String, ?> settings) {
    this.key = key;
    this.program = id("/v1/programs", Map.of("name", unique("Partners")));
    Map<String, Object> rules = new HashMap<>(settings);
    rules.put(
        "introductions",
        Map.of(
            "sending",
            "VOUCH_SENDS",
            "attestedConsent",
            "BOTH",
            "mailing",
            List.of(Map.of("country", "GB", "basis", "LEGITIMATE_INTEREST"))));
    String version = id("/v1/programs/" + program + "/versions", rules);
    post("/v1/program-versions/" + version + "/publish", Map.of());
  }

  static MailStory live() {
    return new MailStory(tenant().getString("liveKey"), Map.of());
  }

  static MailStory test() {
    return new MailStory(tenant().getString("testKey"), Map.of());
  }

  static MailStory with(Map<String, ?> calendar) {
    String key = tenant().getString("liveKey");
    String id =
        api(key).body(calendar).post("/v1/calendars").then().statusCode(201).extract().path("id");
    return new MailStory(key, Map.of("timeZone", calendar.get("timeZone"), "calendarId", id));
  }

  private static JsonPath tenant() {
    return api(OPERATOR_KEY)
        .body(Map.of("name", unique("Mail")))
        .post("/v1/tenants")
        .then()
        .extract()
        .jsonPath();
  }

  Cast asked() {
    return asked("GB", "ann");
  }

  Cast asked(@Nullable String country, String prospectName) {
    return asked(country, prospectName, "sam");
  }

  /** A connector who is asked to introduce a prospect. */
  Cast asked(@Nullable String country, String prospectName, String requesterName) {
    String name = unique("kim");
    String connector = name + "@kim.example";
    String prospect = prospectName + "@" + name + ".example";
    String requester = requesterName + "@" + name + ".seller.example";
    String referrer =
        id(
            "/v1/referrers",
            Map.of("programId", program, "person", Map.of("name", "Kim Park", "email", connector)));
    Map<String, Object> person = new HashMap<>(Map.of("name", "Ann Lee", "email", prospect));
    person.put("country", country);
    String referral =
        id(
            "/v1/referrals",
            Map.of("programId", program, "referrer", Map.of("id", referrer), "prospect", person));
    Map<String, Object> request = new HashMap<>(IntroductionStory.request(referral));
    request.put("requester", Map.of("name", "Sam Seller", "email", requester));
    return new Cast(id("/v1/introductions", request), connector, prospect, requester);
  }

  void says(String introduction, String answer) {
    post(
        "/v1/introductions/" + introduction + "/transitions",
        Map.of("action", answer, "channel", "PHONE", "evidence", "said so on the phone"));
  }

  JsonPath post(String path, Object body) {
    return send(path, body).statusCode(lessThan(300)).extract().jsonPath();
  }

  ValidatableResponse send(String path, Object body) {
    return api(key)
        .header("Vouch-Actor", "crm:4711; name=\"Sam Seller\"")
        .body(body)
        .post(path)
        .then();
  }

  private String id(String path, Object body) {
    return post(path, body).getString("id");
  }

  JsonPath get(String path) {
    return api(key).get(path).then().statusCode(200).extract().jsonPath();
  }

  String state(String introduction) {
    return get("/v1/introductions/" + introduction).getString("state");
  }

  /** The newest message of a kind. */
  Map<String, Object> message(String introduction, String kind) {
    List<Map<String, Object>> all =
        get("/v1/introductions/" + introduction + "/messages").getList("data");
    return all.stream().filter(m -> m.get("kind").equals(kind)).toList().getLast();
  }

  /** The only mail of a message. */
  Map<String, Object> mail(String introduction, String kind) {
    return mails(introduction, kind).getFirst();
  }

  @SuppressWarnings("unchecked")
  List<Map<String, Object>> mails(String introduction, String kind) {
    return (List<Map<String, Object>>) message(introduction, kind).get("mails");
  }

  void untilMail(String introduction, String kind, String state) {
    await()
        .atMost(SOON)
        .until(
            () -> mails(introduction, kind).stream().allMatch(m -> m.get("state").equals(state)));
  }

  List<String> events(String introduction) {
    return get("/v1/events?limit=200")
        .getList("data.findAll { it.resource.id == '%s' }.type".formatted(introduction));
  }

  /** What the newest answer was given to: the wording's version, then its text. */
  String wording(String introduction) {
    Map<String, Object> consent =
        get("/v1/introductions/" + introduction + "/consents")
            .<Map<String, Object>>getList("data")
            .getLast();
    return consent.get("wordingVersion") + "\n" + consent.get("wording");
  }

  /** Who had a message already, as each notice of it said. */
  List<List<String>> mailedTo(String introduction, String message) {
    return get("/v1/events?limit=200")
        .getList(
            "data.findAll { it.resource.id == '%s' && it.data.message?.id == '%s' }.data.message.mailedTo"
                .formatted(introduction, message));
  }

  static MailReceiver.Taken only(MailReceiver receiver, String recipient) {
    await().atMost(SOON).until(() -> !receiver.to(recipient).isEmpty());
    return receiver.to(recipient).getFirst();
  }

  static String optIn(String text) {
    return found(OPT_IN, text);
  }

  static String optOut(String text) {
    return found(OPT_OUT, text);
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new AssertionError("no " + pattern + " in " + text);
    }
    return matcher.group();
  }
}
