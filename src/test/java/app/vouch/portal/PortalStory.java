package app.vouch.portal;

import static app.vouch.TestApi.OPERATOR_KEY;
import static app.vouch.TestApi.api;
import static app.vouch.TestApi.unique;
import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A tenant of its own with one program and Kim who refers; all over the API. */
public final class PortalStory {
  private static final Pattern NONCE = Pattern.compile("name=\"nonce\" value=\"([^\"]+)\"");

  /** A brief in two languages, for {@link #begin(String)}. */
  public static final String BRIEFS =
      """
      ,"briefs":[
        {"language":"EN","idealProspect":"Heads of finance in firms of 50 to 500 people.",
         "signals":["They hire accountants","They speak of <late> reports"],
         "questions":["How long does your month end take?"],"notFor":["Banks"],
         "whatToSay":"I know a team that saved 38 % of that time.","benefit":"10 % of the first year",
         "contact":"Mia, mia@vouch.example"},
        {"language":"DE","idealProspect":"Leitungen der Finanzabteilung, 38 % schneller."}]""";

  /** Terms that the referrer has to accept, for {@link #begin(String)}. */
  public static final String TERMS =
      """
      ,"terms":{"version":"2026-11","text":"Be fair.\\n\\nBe <open>.","url":"https://vouch.example/terms"}""";

  private final String key;
  private final String referrer;
  private final String email;

  private PortalStory(String key, String referrer, String email) {
    this.key = key;
    this.referrer = referrer;
    this.email = email;
  }

  public static PortalStory begin() {
    return begin("");
  }

  /**
   * @param settings further members of the program version, such as {@code
   *     ,"timeZone":"Asia/Tokyo"}
   */
  public static PortalStory begin(String settings) {
    JsonPath made =
        api(OPERATOR_KEY).body(Map.of("name", unique("Portal"))).post("/v1/tenants").jsonPath();
    String key = made.getString("liveKey");
    String program = api(key).body(Map.of("name", "Partners")).post("/v1/programs").path("id");
    String version =
        api(key)
            .body(
                """
                {"currency":"USD","rewards":[{"id":"won-10","trigger":"WON","hold":"P0D",
                  "amount":{"type":"PERCENT","percent":"10","of":"FIRST_YEAR_AMOUNT"},
                  "approval":{"by":"PERSON"}}]%s}"""
                    .formatted(settings))
            .post("/v1/programs/" + program + "/versions")
            .path("id");
    api(key).post("/v1/program-versions/" + version + "/publish").then().statusCode(200);
    String email = unique("kim") + "@beta.example";
    String referrer =
        api(key)
            .body(Map.of("person", Map.of("name", "Kim Park", "email", email)))
            .post("/v1/referrers")
            .path("id");
    return new PortalStory(key, referrer, email);
  }

  public String key() {
    return key;
  }

  String email() {
    return email;
  }

  String referrer() {
    return referrer;
  }

  /** Puts other rules into effect. */
  void publish(String settings) {
    String program = api(key).get("/v1/referrers/" + referrer).path("programId");
    String version =
        api(key).body(settings).post("/v1/programs/" + program + "/versions").path("id");
    api(key).post("/v1/program-versions/" + version + "/publish").then().statusCode(200);
  }

  /** A fresh link's path. */
  public String link(PageLinkKind kind) {
    String url =
        api(key)
            .body(Map.of("kind", kind))
            .post("/v1/referrers/" + referrer + "/page-links")
            .then()
            .statusCode(201)
            .extract()
            .path("url");
    return url.substring(url.indexOf(kind.path()));
  }

  void transition(String action) {
    api(key)
        .body(Map.of("action", action))
        .post("/v1/referrers/" + referrer + "/transitions")
        .then()
        .statusCode(200);
  }

  public String captured(String name, String prospect) {
    return api(key)
        .body(
            Map.of(
                "prospect",
                Map.of("name", name, "email", prospect, "organization", Map.of("name", "Acme")),
                "referrer",
                Map.of("id", referrer)))
        .post("/v1/referrals")
        .path("id");
  }

  public void won(String referral, String amount) {
    Map<String, Object> deal = new HashMap<>();
    deal.put("name", "Acme rollout");
    deal.put("externalRefs", List.of(Map.of("system", "hubspot", "id", unique("deal"))));
    deal.put("referralId", referral);
    deal.put("amount", Map.of("amount", amount, "currency", "USD"));
    deal.put("milestone", "WON");
    deal.put("sourceVersion", 1);
    api(key).body(deal).post("/v1/deals").then().statusCode(201);
  }

  List<Map<String, Object>> referrals() {
    return api(key).get("/v1/referrals").path("data");
  }

  static Response page(String path) {
    return given().redirects().follow(false).get(path);
  }

  static String nonce(String page) {
    Matcher matcher = NONCE.matcher(page);
    if (!matcher.find()) {
      throw new AssertionError("no nonce in " + page);
    }
    return matcher.group(1);
  }

  static Response send(String path, Map<String, String> form) {
    return given().contentType(ContentType.URLENC.withCharset("UTF-8")).formParams(form).post(path);
  }
}
