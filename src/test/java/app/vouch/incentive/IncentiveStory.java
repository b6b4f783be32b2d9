package app.vouch.incentive;

import static app.vouch.TestApi.OPERATOR_KEY;
import static app.vouch.TestApi.api;
import static app.vouch.TestApi.unique;

import app.vouch.shared.IdType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A tenant of its own with one program, Kim who refers, and Ann's deal; all over the API. */
public final class IncentiveStory {
  private static final String MIA = "crm:mia; name=\"Mia Manager\"";
  private static final String DEMO_RULE =
      """
      {"id":"won-10","trigger":"WON","to":"REFERRER","split":"BY_CREDIT","kind":"MONEY",
       "amount":{"type":"PERCENT","percent":"10","of":"FIRST_YEAR_AMOUNT"},
       "cap":{"amount":"3000.00","currency":"USD"},"hold":"P0D",
       "approval":{"by":"PERSON"},"clawback":{"window":"P90D"}}""";

  private final String key;
  private final UUID tenant;
  private final String payeeEmail = unique("kim") + "@beta.example";
  private final String organization = unique("acme") + ".example";
  private String referrer = "";
  private String referral = "";
  private int dealVersion;

  private IncentiveStory(String key, UUID tenant) {
    this.key = key;
    this.tenant = tenant;
  }

  /** Before a test begins. */
  static IncentiveStory none() {
    return new IncentiveStory("", new UUID(0, 0));
  }

  /** 10 % of the first year's value, at most 3,000.00 USD, approved by a person, no hold. */
  public static IncentiveStory demo() {
    return with(DEMO_RULE);
  }

  /** The demo's rule with one member changed: {@code "hold":"P0D"} becomes something else. */
  static IncentiveStory demoWith(String from, String to) {
    if (!DEMO_RULE.contains(from)) {
      throw new IllegalArgumentException("the demo's rule has no " + from);
    }
    return with(DEMO_RULE.replace(from, to));
  }

  static IncentiveStory with(String rules) {
    return withGates(rules, "{}");
  }

  static IncentiveStory withGates(String rules, String gates) {
    return withMembers("\"rewards\":[%s],\"gates\":%s".formatted(rules, gates));
  }

  /** A version with these further members. */
  public static IncentiveStory withMembers(String members) {
    JsonPath made =
        api(OPERATOR_KEY).body(Map.of("name", unique("Rewards"))).post("/v1/tenants").jsonPath();
    IncentiveStory story =
        new IncentiveStory(made.getString("liveKey"), IdType.TENANT.inPath(made.getString("id")));
    story.begin(members);
    return story;
  }

  /** The same tenant, with another payee, referral and organization. */
  public IncentiveStory otherPayee() {
    IncentiveStory other = new IncentiveStory(key, tenant);
    other.enrol();
    return other;
  }

  private void begin(String members) {
    String program = api(key).body(Map.of("name", "Customers")).post("/v1/programs").path("id");
    String version =
        api(key)
            .body(
                """
                {"currency":"USD","attribution":{"model":{"type":"LINEAR"}},
                 "introductions":{"attestedConsent":"BOTH"},%s}"""
                    .formatted(members))
            .post("/v1/programs/" + program + "/versions")
            .path("id");
    api(key).post("/v1/program-versions/" + version + "/publish").then().statusCode(200);
    enrol();
  }

  private void enrol() {
    referrer =
        api(key)
            .body(
                Map.of(
                    "person", Map.of("name", "Kim Park", "email", payeeEmail), "kind", "CUSTOMER"))
            .post("/v1/referrers")
            .path("id");
    referral = capture("ann@" + organization);
  }

  /** A referral by Kim. */
  public String capture(String prospect) {
    return api(key)
        .body(
            Map.of(
                "prospect",
                Map.of(
                    "name",
                    "Ann Lee",
                    "email",
                    prospect,
                    "organization",
                    Map.of(
                        "name", "Acme", "domain", prospect.substring(prospect.indexOf('@') + 1))),
                "referrer",
                Map.of("id", referrer)))
        .post("/v1/referrals")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** Another of their referrals. */
  public IncentiveStory another() {
    return on(capture("bo@" + unique("other") + ".example"));
  }

  /** The same tenant and payee, told about another of their referrals. */
  public IncentiveStory on(String otherReferral) {
    IncentiveStory other = new IncentiveStory(key, tenant);
    other.referrer = referrer;
    other.referral = otherReferral;
    return other;
  }

  public UUID tenant() {
    return tenant;
  }

  public String key() {
    return key;
  }

  String organization() {
    return organization;
  }

  public String referrer() {
    return referrer;
  }

  public String referral() {
    return referral;
  }

  public IncentiveStory won() {
    return won("48000.00");
  }

  public IncentiveStory won(String amount) {
    deal("WON", amount, "USD").statusCode(org.hamcrest.Matchers.lessThan(300));
    return this;
  }

  public IncentiveStory reopened() {
    deal("QUALIFIED", "48000.00", "USD").statusCode(200);
    return this;
  }

  ValidatableResponse deal(String milestone, String amount, String currency) {
    return deal(milestone, amount, currency, Map.of());
  }

  /** With further members. */
  ValidatableResponse deal(
      String milestone, String amount, String currency, Map<String, ?> members) {
    return deal(organization, milestone, amount, currency, members);
  }

  /** A second deal of the referral. */
  ValidatableResponse otherDeal(String milestone, String amount) {
    return deal("other-" + organization, milestone, amount, "USD", Map.of());
  }

  private ValidatableResponse deal(
      String ref, String milestone, String amount, String currency, Map<String, ?> members) {
    Map<String, Object> body = new HashMap<>(members);
    body.put("name", "Acme rollout");
    body.put("externalRefs", List.of(Map.of("system", "hubspot", "id", ref)));
    body.put("referralId", referral);
    body.put("amount", Map.of("amount", amount, "currency", currency));
    body.put("milestone", milestone);
    body.put("sourceVersion", ++dealVersion);
    return api(key).body(body).post("/v1/deals").then();
  }

  /** The customer pays an invoice of the deal. */
  ValidatableResponse pay(String deal, String ref, String amount) {
    return api(key)
        .body(Map.of("externalRef", billing(ref), "amount", usd(amount)))
        .post("/v1/deals/" + deal + "/payments")
        .then();
  }

  /** The customer gets back a part of a payment. */
  ValidatableResponse refund(String deal, String payment, String ref, String amount) {
    return api(key)
        .body(Map.of("paymentId", payment, "externalRef", billing(ref), "amount", usd(amount)))
        .post("/v1/deals/" + deal + "/refunds")
        .then();
  }

  private static Map<String, String> billing(String ref) {
    return Map.of("system", "billing", "id", ref);
  }

  private static Map<String, String> usd(String amount) {
    return Map.of("amount", amount, "currency", "USD");
  }

  /** What a person does to the referral. */
  public IncentiveStory move(String action) {
    api(key)
        .body(Map.of("action", action, "reasonCode", "PERSON_KNOWN"))
        .post("/v1/referrals/" + referral + "/transitions")
        .then()
        .statusCode(200);
    return this;
  }

  String referralState() {
    return api(key).get("/v1/referrals/" + referral).path("state");
  }

  /** The id of an introduction to which both said yes. */
  String mutual() {
    String introduction =
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
            .post("/v1/introductions")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    introduce(introduction, "CONNECTOR_ACCEPT");
    introduce(introduction, "PROSPECT_ACCEPT");
    return introduction;
  }

  void introduce(String introduction, String action) {
    api(key)
        .header("Vouch-Actor", MIA)
        .body(Map.of("action", action, "channel", "PHONE", "evidence", "said so on the phone"))
        .post("/v1/introductions/" + introduction + "/transitions")
        .then()
        .statusCode(200);
  }

  /** All rewards of the referral, the newest first. */
  JsonPath rewards() {
    return api(key)
        .get("/v1/rewards?referralId=" + referral)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** The id of the newest reward. */
  public String reward() {
    return rewards().getString("data[0].id");
  }

  String state(String reward) {
    return api(key).get("/v1/rewards/" + reward).path("state");
  }

  String payee() {
    return rewards().getString("data[0].payeeId");
  }

  public IncentiveStory approved() {
    decide(reward(), "APPROVE").statusCode(200);
    return this;
  }

  public ValidatableResponse decide(String reward, String action) {
    return decideAs(MIA, reward, Map.of("action", action, "reasonCode", "TEST"));
  }

  ValidatableResponse decideAs(String actor, String reward, Map<String, ?> body) {
    return api(key)
        .header("Vouch-Actor", actor)
        .body(body)
        .post("/v1/rewards/" + reward + "/transitions")
        .then();
  }

  ValidatableResponse createPayout(String idempotencyKey) {
    return api(key)
        .header("Idempotency-Key", idempotencyKey)
        .body(Map.of("payeeId", payee(), "currency", "USD"))
        .post("/v1/payouts")
        .then();
  }

  /** The id of a payout of all that is available, taken through these steps. */
  public String payout(String... steps) {
    String id = createPayout(unique("payout")).statusCode(201).extract().path("id");
    for (String step : steps) {
      step(id, step).statusCode(200);
    }
    return id;
  }

  ValidatableResponse step(String payout, String action) {
    return stepAs(MIA, payout, action);
  }

  ValidatableResponse stepAs(String actor, String payout, String action) {
    return api(key)
        .header("Vouch-Actor", actor)
        .body(Map.of("action", action, "reasonCode", "TEST"))
        .post("/v1/payouts/" + payout + "/transitions")
        .then();
  }

  /** Kind → balance, debits as they are and credits with a minus; zeros left out. */
  Map<String, String> balances() {
    JsonPath trial =
        api(key).get("/v1/ledger/trial-balance").then().statusCode(200).extract().jsonPath();
    Map<String, String> found = new HashMap<>();
    List<Map<String, Object>> rows = trial.getList("rows");
    for (Map<String, Object> row : rows) {
      String debit = amount(row.get("debit"));
      String credit = amount(row.get("credit"));
      if (!debit.equals("0.00") || !credit.equals("0.00")) {
        found.put(String.valueOf(row.get("account")), credit.equals("0.00") ? debit : "-" + credit);
      }
    }
    return found;
  }

  private static String amount(Object money) {
    return String.valueOf(((Map<?, ?>) money).get("amount"));
  }

  /** The steps of the entry keys about a reward or payout, the oldest first. */
  List<String> entries(String about) {
    List<String> keys =
        new ArrayList<>(
            api(key)
                .get("/v1/ledger/entries?about=" + about)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("data.key", String.class));
    java.util.Collections.reverse(keys);
    return keys.stream().map(k -> k.substring(about.length() + 1)).toList();
  }
}
