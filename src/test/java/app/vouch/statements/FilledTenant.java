package app.vouch.statements;

import static app.vouch.TestApi.OPERATOR_KEY;
import static app.vouch.TestApi.api;
import static app.vouch.TestApi.unique;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.lessThan;

import app.vouch.TestClock;
import app.vouch.shared.IdType;
import io.quarkus.arc.Arc;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A tenant with {@value #SIZE} of everything, each with relatives of its own: programs with a
 * version, referrers, referrals that were introduced and won, deals, rewards, payouts, deliveries.
 */
final class FilledTenant {
  static final int SIZE = 12;

  private static final Duration SOON = Duration.ofSeconds(60);

  private static final String MIA = "crm:mia; name=\"Mia Manager\"";
  private static final String FAY = "crm:fay; name=\"Fay Finance\"";
  private static final String RULES =
      """
      {"currency":"USD","attribution":{"model":{"type":"FIRST_TOUCH"}},
       "introductions":{"attestedConsent":"BOTH"},"tiers":[1,2,3],
       "rewards":[{"id":"won-10","trigger":"WON","to":"REFERRER","kind":"MONEY","hold":"P0D",
         "amount":{"type":"PERCENT","percent":"10","of":"FIRST_YEAR_AMOUNT"},
         "approval":{"by":"PERSON"}}]}""";

  /** Nobody listens there, so each delivery soon has three attempts. */
  private static final String DEAF = "http://127.0.0.1:9/";

  private final String key;
  private String program = "";
  private String introduction = "";
  private String referral = "";
  private String deal = "";
  private String endpoint = "";
  private String payee = "";
  private String job = "";
  private String climber = "";

  private FilledTenant(String key) {
    this.key = key;
  }

  static FilledTenant make() {
    for (int i = 0; i < 2; i++) {
      api(OPERATOR_KEY).body(Map.of("name", unique("Empty"))).post("/v1/tenants");
    }
    String key =
        api(OPERATOR_KEY)
            .body(Map.of("name", unique("Filled")))
            .post("/v1/tenants")
            .path("liveKey");
    FilledTenant tenant = new FilledTenant(key);
    tenant.endpoint = tenant.id("/v1/webhook-endpoints", endpoint("deal.*"));
    tenant.reviewItems();
    tenant.climbing();
    for (int i = 0; i < SIZE; i++) {
      if (i == SIZE - 1) {
        tenant.daysInTheBooks();
      }
      tenant.referralOf(i);
      tenant.id("/v1/webhook-endpoints", endpoint("endpoint.recovered"));
      tenant.suppressionThatWasLifted(i);
      tenant.id("/v1/api-keys", Map.of("name", "Key " + i, "scopes", List.of("referrals:read")));
    }
    tenant.jobWithItems();
    tenant.moreOfTheLast();
    for (int i = 0; i < 3; i++) {
      tenant.id("/v1/payout-batches", Map.of("currency", "USD"));
      tenant.id("/v1/ledger/verifications", Map.of());
    }
    return tenant;
  }

  private void suppressionThatWasLifted(int number) {
    String email = "gone%d@mail.example".formatted(number);
    String id = id("/v1/suppressions", Map.of("email", email, "reason", "BOUNCE"));
    post("/v1/suppressions/" + id + "/lift", Map.of("reason", "the address works again"));
  }

  String key() {
    return key;
  }

  String program() {
    return program;
  }

  String introduction() {
    return introduction;
  }

  String referral() {
    return referral;
  }

  String deal() {
    return deal;
  }

  /** Who has several lines in a statement. */
  String payee() {
    return payee;
  }

  /** Who was in several tiers. */
  String referrer() {
    return climber;
  }

  /** Which went through several things. */
  String job() {
    return job;
  }

  String endpoint() {
    return endpoint;
  }

  /** From the rules to the payout. */
  private void referralOf(int number) {
    program = id("/v1/programs", Map.of("name", "Program " + number));
    version();
    String referrer = referrer("kim" + number);
    String home = "acme" + number + ".example";
    referral = captured(referrer, "ann@" + home);
    id(
        "/v1/organizations",
        Map.of("name", "Acme", "domain", home, "externalRefs", externalRef(home)));
    id(
        "/v1/people",
        Map.of("name", "Ann Lee", "email", "ann@" + home, "externalRefs", externalRef(home)));
    payeeDocument("kim" + number);
    introduce();
    deal = deal("deal-" + number, home, 1);
    if (number < SIZE - 1) {
      payOut();
    }
    if (number == 0) {
      payee = get("/v1/rewards?referralId=" + referral).path("data[0].payeeId");
      for (int i = 0; i < 3; i++) {
        adjust(i);
      }
    }
  }

  private void jobWithItems() {
    List<String> rewards =
        IntStream.range(0, SIZE).mapToObj(i -> IdType.REWARD.format(new UUID(0, i))).toList();
    job = id("/v1/rewards/transitions", Map.of("rewardIds", rewards, "action", "APPROVE"));
    await().atMost(SOON).until(() -> get("/v1/jobs/" + job).path("state").equals("FINISHED"));
  }

  /** On each something is booked, and it ends, so that it is signed. */
  private void daysInTheBooks() {
    for (int day = 1; day <= 3; day++) {
      dayInTheBooks(day);
    }
  }

  private void dayInTheBooks(int day) {
    adjust(SIZE + day);
    await()
        .atMost(SOON)
        .pollInterval(Duration.ofSeconds(2))
        .until(
            () -> {
              Arc.container().instance(TestClock.class).get().advance(Duration.ofHours(25));
              return heads() >= day;
            });
  }

  private int heads() {
    return get("/v1/ledger/heads").jsonPath().getList("data").size();
  }

  private void adjust(int number) {
    Map<String, String> amount = Map.of("amount", "1.00", "currency", "USD");
    String id =
        id(
            "/v1/ledger/adjustments",
            Map.of(
                "key",
                "goodwill-" + number,
                "legs",
                List.of(
                    Map.of("account", "EXPENSE:" + program, "side", "DEBIT", "amount", amount),
                    Map.of("account", "PAYABLE:" + payee, "side", "CREDIT", "amount", amount)),
                "reasonCode",
                "GOODWILL",
                "note",
                "promised on the phone"));
    api(key)
        .header("Vouch-Actor", FAY)
        .body(Map.of("action", "APPROVE"))
        .post("/v1/ledger/adjustments/" + id + "/transitions")
        .then()
        .statusCode(200);
  }

  /** All but the last, so that the newest entry of the ledger is still pending. */
  private void payOut() {
    String rewards = "/v1/rewards?referralId=" + referral;
    String reward = get(rewards).path("data[0].id");
    post("/v1/rewards/" + reward + "/transitions", Map.of("action", "APPROVE"));
    String payee = get(rewards).path("data[0].payeeId");
    id("/v1/payouts", Map.of("payeeId", payee, "currency", "USD"));
  }

  private void version() {
    String calendar = id("/v1/calendars", Map.of("name", "Office", "timeZone", "Europe/London"));
    String rules = RULES.replaceFirst("\\{", "{\"calendarId\":\"" + calendar + "\",");
    String version = post("/v1/programs/" + program + "/versions", rules).path("id");
    post("/v1/program-versions/" + version + "/publish", Map.of());
  }

  private void payeeDocument(String name) {
    String payee = id("/v1/people", Map.of("name", "Kim Park", "email", name + "@beta.example"));
    id(
        "/v1/payee-documents",
        Map.of("payeeId", payee, "kind", "TAX_FORM", "reference", "drawer 4"));
  }

  private String referrer(String name) {
    return id(
        "/v1/referrers",
        Map.of(
            "person",
            Map.of("name", "Kim Park", "email", name + "@beta.example"),
            "programId",
            program,
            "externalRefs",
            externalRef(name)));
  }

  private String captured(String referrer, String email) {
    return id(
        "/v1/referrals",
        Map.of(
            "prospect",
            Map.of(
                "name",
                "Ann Lee",
                "email",
                email,
                "organization",
                Map.of("name", "Acme", "domain", email.substring(email.indexOf('@') + 1))),
            "referrer",
            Map.of("id", referrer),
            "programId",
            program,
            "externalRefs",
            externalRef(email)));
  }

  private void introduce() {
    introduction =
        id(
            "/v1/introductions",
            Map.of(
                "referralId",
                referral,
                "requester",
                Map.of("name", "Sam Seller", "email", "sam@seller.example"),
                "subject",
                "Shorter month ends at Acme",
                "context",
                "Ann fights with month-end closing; Sam's team cut Kim's closing to two days."));
    for (String action : List.of("CONNECTOR_ACCEPT", "PROSPECT_ACCEPT")) {
      post(
          "/v1/introductions/" + introduction + "/transitions",
          Map.of("action", action, "channel", "PHONE", "evidence", "said yes"));
    }
    post("/v1/introductions/" + introduction + "/transitions", Map.of("action", "INTRODUCE"));
  }

  private String deal(String ref, String home, int sourceVersion) {
    return post(
            "/v1/deals",
            Map.of(
                "name",
                "Acme rollout " + sourceVersion,
                "externalRefs",
                externalRef(ref),
                "organization",
                Map.of("name", "Acme", "domain", home),
                "people",
                List.of(Map.of("name", "Ann Lee", "email", "ann@" + home)),
                "amount",
                Map.of("amount", "4800.00", "currency", "USD"),
                "milestone",
                "WON",
                "sourceVersion",
                sourceVersion))
        .path("id");
  }

  /** So that the lists that belong to one thing have several rows as well. */
  private void moreOfTheLast() {
    for (int i = 2; i < 2 + 3; i++) {
      version();
      deal("deal-" + (SIZE - 1), "acme" + (SIZE - 1) + ".example", i);
      post("/v1/deals/" + deal + "/attributions", Map.of());
      paid(i);
      id("/v1/touchpoints", Map.of("referralId", referral, "evidence", "they met at the fair"));
    }
  }

  /** Somebody reaches one tier after the other. */
  private void climbing() {
    program = id("/v1/programs", Map.of("name", "Climbers"));
    version();
    climber = referrer("climber");
    for (int i = 0; i < 3; i++) {
      captured(climber, "ann@climb" + i + ".example");
      deal("climb-" + i, "climb" + i + ".example", 1);
    }
  }

  private void paid(int number) {
    Map<String, String> amount = Map.of("amount", "100.00", "currency", "USD");
    String payment =
        post(
                "/v1/deals/" + deal + "/payments",
                Map.of(
                    "externalRef",
                    Map.of("system", "billing", "id", "INV-" + number),
                    "amount",
                    amount))
            .path("id");
    post(
        "/v1/deals/" + deal + "/refunds",
        Map.of(
            "paymentId",
            payment,
            "externalRef",
            Map.of("system", "billing", "id", "CN-" + number),
            "amount",
            amount));
  }

  private void reviewItems() {
    program = id("/v1/programs", Map.of("name", "Doubles"));
    version();
    for (int i = 0; i < 3; i++) {
      reviewItem(i);
    }
  }

  /** Two referrals fit one deal. */
  private void reviewItem(int number) {
    List<Map<String, String>> people = new ArrayList<>();
    for (String name : List.of("one", "two")) {
      String email = name + "@double" + number + name + ".example";
      captured(referrer(name + number), email);
      people.add(Map.of("name", "Ann Lee", "email", email));
    }
    id(
        "/v1/deals",
        Map.of(
            "name",
            "Double",
            "externalRefs",
            externalRef("double-" + number),
            "people",
            people,
            "milestone",
            "QUALIFIED"));
  }

  private static Map<String, ?> endpoint(String... types) {
    return Map.of("url", DEAF, "eventTypes", List.of(types));
  }

  private static List<Map<String, String>> externalRef(String id) {
    return List.of(Map.of("system", "crm", "id", id));
  }

  private String id(String path, Map<String, ?> body) {
    return post(path, body).path("id");
  }

  private ExtractableResponse<Response> post(String path, Object body) {
    return api(key)
        .header("Vouch-Actor", MIA)
        .header("Idempotency-Key", unique("fill"))
        .body(body)
        .post(path)
        .then()
        .statusCode(lessThan(300))
        .extract();
  }

  private ExtractableResponse<Response> get(String path) {
    return api(key).get(path).then().statusCode(200).extract();
  }
}
