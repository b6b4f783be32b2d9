package app.vouch.contract.event;

import static app.vouch.TestApi.OPERATOR_KEY;
import static app.vouch.TestApi.api;
import static app.vouch.TestApi.unique;
import static org.awaitility.Awaitility.await;

import app.vouch.TestClock;
import app.vouch.delivery.Receiver;
import app.vouch.platform.event.EventType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A tenant of its own in which everything happens that there is an event for. Only the API is used,
 * and the clock.
 */
final class EventStory implements AutoCloseable {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String MIA = "crm:mia; name=\"Mia Manager\"";
  private static final String DOMAIN = "@beta.example";
  private static final String RULES =
      """
      {"currency":"USD","attribution":{"model":{"type":"LINEAR"}},
       "terms":{"version":"2026-11","url":"https://vouch.example/terms"},
       "introductions":{"attestedConsent":"BOTH"},"tiers":[1],
       "rewards":[{"id":"won-10","trigger":"WON","to":"REFERRER","split":"BY_CREDIT","kind":"MONEY",
         "amount":{"type":"PERCENT","percent":"10","of":"FIRST_YEAR_AMOUNT"},"hold":"P0D",
         "approval":{"by":"PERSON"},"clawback":{"window":"P90D"},"expires":"P40D"}]}""";
  private static final String SHORT_LIVED =
      """
      {"currency":"USD","attribution":{"model":{"type":"LINEAR"}},"capture":{"expireAfter":"P20D"},
       "rewards":[{"id":"thanks","trigger":"ACCEPTED","kind":"POINTS","hold":"P0D",
         "amount":{"type":"FIXED","value":{"quantity":"500","unit":"POINTS"}},
         "approval":{"by":"AUTOMATIC"}}]}""";

  private final String key =
      api(OPERATOR_KEY).body(Map.of("name", unique("Events"))).post("/v1/tenants").path("liveKey");
  private final Receiver receiver = Receiver.answering(204);
  private final Receiver refusing = Receiver.answering(401);
  private final TestClock clock;
  private final Clock now;
  private String program = "";
  private String shortLived = "";
  private String referralWithoutContact = "";
  private String referralToExpire = "";
  private String rewardToExpire = "";
  private String introductionToForget = "";
  private String introductionToFollowUp = "";
  private String introductionToDefer = "";
  private String introductionToLapse = "";

  EventStory(TestClock clock, Clock now) {
    this.clock = clock;
    this.now = now;
  }

  /** Returns when all of it has happened. */
  void play() {
    endpoints();
    program = program("Customer referrals", RULES);
    shortLived = program("Conference 2026", SHORT_LIVED);
    move("programs", program("Customer referrals 2025", RULES), "ARCHIVE");
    referrers();
    String referral = referral(program, "kim", "Ann Lee", "ann@acme.example");
    introduced(referral);
    rewarded(referral);
    deniedOrLeft();
    decided();
    erased();
    introductionsThatEndEarly();
    whatTheClockDoes();
  }

  private void erased() {
    String person =
        id(
            api(key)
                .body(
                    Map.of(
                        "name",
                        "Cleo Gone",
                        "email",
                        "cleo@acme.example",
                        "externalRefs",
                        List.of(Map.of("system", "hubspot", "id", "C-1"))))
                .post("/v1/people"));
    api(key).post("/v1/people/" + person + "/erasures").then().statusCode(201);
  }

  private void endpoints() {
    String all = endpoint("*");
    api(key).post("/v1/webhook-endpoints/" + all + "/tests").then().statusCode(201);
    endpointThatFails();
    String other = endpoint("deal.*");
    move("webhook-endpoints", other, "DISABLE");
    move("webhook-endpoints", other, "ENABLE");
  }

  private void endpointThatFails() {
    String failing = endpoint(refusing, "job.finished");
    for (int i = 0; i < 3; i++) {
      api(key).post("/v1/webhook-endpoints/" + failing + "/tests").then().statusCode(201);
    }
  }

  private String endpoint(String types) {
    return endpoint(receiver, types);
  }

  private String endpoint(Receiver at, String types) {
    return id(
        api(key)
            .body(Map.of("url", at.url(), "eventTypes", List.of(types)))
            .post("/v1/webhook-endpoints"));
  }

  private String program(String name, String settings) {
    String made = id(api(key).body(Map.of("name", name)).post("/v1/programs"));
    String version = id(api(key).body(settings).post("/v1/programs/" + made + "/versions"));
    api(key).post("/v1/program-versions/" + version + "/publish").then().statusCode(200);
    return made;
  }

  private void referrers() {
    String left = referrer(program, "lou");
    api(key)
        .header("Vouch-Actor", MIA)
        .body(Map.of("termsVersion", "2026-11", "channel", "EMAIL", "evidence", "signed"))
        .post("/v1/referrers/" + left + "/terms")
        .then()
        .statusCode(200);
    move("referrers", left, "PAUSE");
    move("referrers", left, "RESUME");
    move("referrers", left, "REMOVE");
  }

  private String referrer(String in, String name) {
    return id(
        api(key)
            .body(
                Map.of(
                    "programId",
                    in,
                    "kind",
                    "CUSTOMER",
                    "person",
                    Map.of("name", capital(name) + " Park", "email", name + DOMAIN)))
            .post("/v1/referrers"));
  }

  private static String capital(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /** By a referrer who refers nobody else, so that nobody is asked too often. */
  private String referral(String in, String referrer, String prospect, String email) {
    return capture(in, referrer(in, referrer), prospect, email);
  }

  private String capture(String in, String referrer, String prospect, String email) {
    Map<String, String> organization =
        Map.of("name", "Acme", "domain", email.substring(email.indexOf('@') + 1));
    return id(
        api(key)
            .body(
                Map.of(
                    "programId",
                    in,
                    "referrer",
                    Map.of("id", referrer),
                    "prospect",
                    Map.of("name", prospect, "email", email, "organization", organization)))
            .post("/v1/referrals"));
  }

  private String introduction(String referral) {
    return id(
        api(key)
            .body(
                Map.of(
                    "referralId",
                    referral,
                    "requester",
                    Map.of("name", "Sam Seller", "email", "sam@seller.example"),
                    "subject",
                    "Shorter month ends at Acme",
                    "context",
                    "Ann fights with month-end closing; Sam's team cut Kim's from nine days to two."))
            .post("/v1/introductions"));
  }

  private void introduced(String referral) {
    String introduction = introduction(referral);
    says(introduction, "CONNECTOR_ACCEPT");
    says(introduction, "PROSPECT_ACCEPT");
    move("introductions", introduction, "INTRODUCE");
    move("introductions", introduction, "RECORD_REPLY");
    move("introductions", introduction, "RECORD_MEETING");
    move("introductions", introduction, "CLOSE", Map.of("outcome", "WORKED"));
  }

  private void says(String introduction, String answer) {
    move(
        "introductions",
        introduction,
        answer,
        Map.of("channel", "PHONE", "evidence", "said so on the phone"));
  }

  private void rewarded(String referral) {
    deal(referral, "OPP-1001", 1, "MEETING", "18000.00");
    deal(referral, "OPP-1001", 2, "QUALIFIED", "18000.00");
    deal(referral, "OPP-1001", 3, "WON", "20000.00");
    deal(referral, "OPP-1001", 4, "WON", "24000.00");
    JsonPath reward = reward(referral);
    String id = reward.getString("data[0].id");
    move("rewards", id, "APPROVE");
    move("rewards", id, "HOLD");
    move("rewards", id, "RELEASE");
    String payee = reward.getString("data[0].payeeId");
    payout(payee, "CANCEL");
    payout(payee, "APPROVE", "SEND", "FAIL");
    payout(payee, "APPROVE", "SEND", "SETTLE", "RETURN");
    paidAndGivenBack("ext:hubspot:default:deal:OPP-1001");
    deal(referral, "OPP-1001", 5, "QUALIFIED", "24000.00");
    deal(referral, "OPP-1001", 6, "LOST", "24000.00");
  }

  private void deal(String referral, String ref, int version, String milestone, String amount) {
    Map<String, Object> body = new HashMap<>();
    body.put("name", "Acme: closing automation");
    body.put("externalRefs", List.of(Map.of("system", "hubspot", "id", ref)));
    body.put("referralId", referral);
    body.put("amount", Map.of("amount", amount, "currency", "USD"));
    body.put("stage", capital(milestone.toLowerCase(java.util.Locale.ROOT)));
    body.put("milestone", milestone);
    body.put("sourceVersion", version);
    id(api(key).body(body).post("/v1/deals"));
  }

  private void paidAndGivenBack(String deal) {
    String payment =
        id(
            api(key)
                .body(
                    Map.of(
                        "externalRef",
                        Map.of("system", "billing", "id", "INV-1"),
                        "amount",
                        Map.of("amount", "2000.00", "currency", "USD")))
                .post("/v1/deals/" + deal + "/payments"));
    id(
        api(key)
            .body(
                Map.of(
                    "paymentId",
                    payment,
                    "externalRef",
                    Map.of("system", "billing", "id", "CN-1"),
                    "amount",
                    Map.of("amount", "500.00", "currency", "USD")))
            .post("/v1/deals/" + deal + "/refunds"));
  }

  private JsonPath reward(String referral) {
    return api(key)
        .get("/v1/rewards?referralId=" + referral)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private void payout(String payee, String... steps) {
    String id =
        id(
            api(key)
                .header("Idempotency-Key", unique("payout"))
                .body(Map.of("payeeId", payee, "currency", "USD"))
                .post("/v1/payouts"));
    for (String step : steps) {
      move("payouts", id, step);
    }
  }

  private void deniedOrLeft() {
    String denied = referral(program, "pat", "Bo Berg", "bo@bergwerk.example");
    deal(denied, "OPP-1002", 1, "WON", "5000.00");
    List<String> rewards = List.of(reward(denied).getString("data[0].id"));
    String job =
        id(
            api(key)
                .header("Vouch-Actor", MIA)
                .body(Map.of("rewardIds", rewards, "action", "DENY", "reasonCode", "NOT_ELIGIBLE"))
                .post("/v1/rewards/transitions"));
    awaitEvent(EventType.JOB_FINISHED, job);
    String left = referral(program, "max", "Cy Young", "cy@young.example");
    deal(left, "OPP-1003", 1, "WON", "5000.00");
    rewardToExpire = reward(left).getString("data[0].id");
  }

  private void decided() {
    String first = referral(program, "eva", "Di Moss", "di@moss.example");
    String second = referral(program, "ben", "Di Moss", "di@moss.example");
    move("referrals", first, "WITHDRAW");
    move("referrals", second, "REJECT");
    referralWithoutContact = referral(program, "ida", "Eli Ray", "eli@ray.example");
    referralToExpire = referral(shortLived, "jan", "Flo Lux", "flo@lux.example");
    move("rewards", reward(referralToExpire).getString("data[0].id"), "FULFIL");
  }

  private void introductionsThatEndEarly() {
    move("introductions", asked("leo"), "CONNECTOR_DECLINE");
    String declined = asked("mia");
    says(declined, "CONNECTOR_ACCEPT");
    move("introductions", declined, "PROSPECT_DECLINE");
    String withdrawn = asked("noa");
    says(withdrawn, "CONNECTOR_ACCEPT");
    move("introductions", withdrawn, "WITHDRAW", Map.of("party", "CONNECTOR"));
    move("introductions", asked("ole"), "CANCEL");
    introductionToFollowUp = asked("una");
    says(introductionToFollowUp, "CONNECTOR_ACCEPT");
    says(introductionToFollowUp, "PROSPECT_ACCEPT");
    move("introductions", introductionToFollowUp, "INTRODUCE");
    introductionToForget = asked("pia");
    introductionToDefer = asked("ria");
    defer(introductionToDefer, Duration.ofDays(5));
    introductionToLapse = asked("tom");
    says(introductionToLapse, "CONNECTOR_ACCEPT");
    defer(introductionToLapse, Duration.ofDays(25));
  }

  private String asked(String connector) {
    return introduction(
        referral(program, connector, "Gus Hall", "gus@" + connector + "-hall.example"));
  }

  private void defer(String introduction, Duration time) {
    move(
        "introductions",
        introduction,
        "DEFER",
        Map.of("until", now.instant().plus(time).toString()));
  }

  private void whatTheClockDoes() {
    clock.advance(Duration.ofHours(25));
    awaitEvent(EventType.REFERRAL_FIRST_CONTACT_OVERDUE, referralWithoutContact);
    await("the signed head of the ledger")
        .atMost(SOON)
        .until(() -> !resources(EventType.LEDGER_SEALED).isEmpty());
    clock.advance(Duration.ofHours(24));
    awaitEvent(EventType.REFERRAL_THANK_YOU_OVERDUE, referralWithoutContact);
    awaitEvent(EventType.INTRODUCTION_FOLLOW_UP_DUE, introductionToFollowUp);
    clock.advance(Duration.ofHours(24));
    awaitEvent(EventType.INTRODUCTION_REMINDER_DUE, introductionToForget);
    clock.advance(Duration.ofDays(4));
    awaitEvent(EventType.INTRODUCTION_EXPIRED, introductionToForget);
    awaitEvent(EventType.INTRODUCTION_RESUMED, introductionToDefer);
    clock.advance(Duration.ofDays(14));
    awaitEvent(EventType.REFERRAL_PRIVACY_NOTICE_DUE, referralWithoutContact);
    awaitEvent(EventType.REFERRAL_EXPIRED, referralToExpire);
    move("referrals", referralToExpire, "REVIVE");
    clock.advance(Duration.ofDays(5));
    awaitEvent(EventType.INTRODUCTION_RESUMED, introductionToLapse);
    says(introductionToLapse, "PROSPECT_ACCEPT");
    clock.advance(Duration.ofDays(5));
    awaitEvent(EventType.INTRODUCTION_EXPIRED, introductionToLapse);
    clock.advance(Duration.ofDays(10));
    awaitEvent(EventType.REWARD_EXPIRED, rewardToExpire);
  }

  private void awaitEvent(EventType type, String resource) {
    await(type.text() + " of " + resource)
        .atMost(SOON)
        .until(() -> resources(type).contains(resource));
  }

  private List<String> resources(EventType type) {
    return api(key)
        .get("/v1/events?limit=200&types=" + type.text())
        .jsonPath()
        .getList("data.resource.id");
  }

  /** Everything in the feed, in its order, then what was sent without being in the log. */
  List<JsonNode> events() {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> events = new ArrayList<>();
    try {
      String after = "";
      boolean more = true;
      while (more) {
        JsonNode page =
            json.readTree(
                api(key)
                    .get("/v1/events?limit=200" + after)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
        page.path("data").forEach(events::add);
        after = "&after=" + page.at("/page/nextCursor").asText();
        more = page.at("/page/hasMore").asBoolean();
      }
      await("the test of an endpoint").atMost(SOON).until(() -> !tests().isEmpty());
      events.add(json.readTree(tests().getFirst()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return events;
  }

  private List<String> tests() {
    return receiver.requests().stream()
        .map(Receiver.Request::body)
        .filter(body -> body.contains("\"" + EventType.ENDPOINT_TESTED.text() + "\""))
        .toList();
  }

  private void move(String resources, String id, String action) {
    move(resources, id, action, Map.of());
  }

  private void move(String resources, String id, String action, Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("action", action);
    if (!resources.equals("webhook-endpoints")) {
      body.put("reasonCode", "NOT_A_FIT");
    }
    Response answer =
        api(key)
            .header("Vouch-Actor", MIA)
            .body(body)
            .post("/v1/" + resources + "/" + id + "/transitions");
    if (answer.statusCode() != 200) {
      throw new AssertionError(action + " of " + id + ": " + answer.asString());
    }
  }

  private static String id(Response answer) {
    String id = answer.path("id");
    if (id == null || answer.statusCode() >= 300) {
      throw new AssertionError(answer.asString());
    }
    return id;
  }

  @Override
  public void close() {
    receiver.close();
    refusing.close();
  }
}
