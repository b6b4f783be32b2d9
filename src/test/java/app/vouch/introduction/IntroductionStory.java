package app.vouch.introduction;

import static app.vouch.TestApi.api;
import static app.vouch.TestApi.unique;
import static io.restassured.RestAssured.given;

import app.vouch.directory.PersonRef;
import app.vouch.platform.access.Actor;
import app.vouch.platform.tenant.TenantScope;
import app.vouch.program.CreateProgram;
import app.vouch.program.CreateProgramVersion;
import app.vouch.program.EnrolReferrer;
import app.vouch.program.IntroductionSettings;
import app.vouch.program.ProgramService;
import app.vouch.program.ProgramVersionService;
import app.vouch.program.PublishProgramVersion;
import app.vouch.program.ReferrerService;
import app.vouch.program.ReferrerView;
import app.vouch.shared.IdType;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What must be there before somebody can be introduced, and the steps that tests repeat. */
@ApplicationScoped
public class IntroductionStory {
  static final String CONTEXT =
      "Ann fights with month-end closing; Sam's team cut Kim's closing from nine days to two.";

  private static final Pattern NONCE = Pattern.compile("name=\"nonce\" value=\"([^\"]+)\"");
  private static final Pattern WITHDRAWAL = Pattern.compile("href=\"(/w/[^\"]+)\"");

  private final TenantScope scope;
  private final ProgramService programs;
  private final ProgramVersionService versions;
  private final ReferrerService referrers;

  IntroductionStory(
      TenantScope scope,
      ProgramService programs,
      ProgramVersionService versions,
      ReferrerService referrers) {
    this.scope = scope;
    this.programs = programs;
    this.versions = versions;
    this.referrers = referrers;
  }

  /** A referral that was accepted. */
  record Referred(String id, String connectorEmail, String prospectEmail) {}

  /** Who can be asked for introductions, in a program of their own. */
  record Connector(String referrerId, String programId, String email) {}

  Referred referral() {
    return referral(null, "Ann Lee");
  }

  Referred referral(@Nullable IntroductionSettings settings, String prospectName) {
    return referralBy(connector(settings), prospectName);
  }

  Connector connector(@Nullable IntroductionSettings settings) {
    UUID tenant = IdType.TENANT.inPath(api().get("/v1/me").path("tenantId"));
    String email = unique("kim") + "@kim.example";
    ReferrerView referrer =
        scope.call(tenant, Actor.system("test"), "test", () -> enrol(settings, email));
    return new Connector(referrer.id(), referrer.programId(), email);
  }

  /**
   * @param settings of the program version, as JSON
   */
  static Connector connectorUnder(String settings) {
    String program = api().body(Map.of("name", unique("Partners"))).post("/v1/programs").path("id");
    String version =
        api()
            .body(settings)
            .post("/v1/programs/" + program + "/versions")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    api().post("/v1/program-versions/" + version + "/publish").then().statusCode(200);
    String email = unique("kim") + "@kim.example";
    String referrer =
        api()
            .body(
                Map.of(
                    "programId", program, "person", Map.of("name", "Kim Partner", "email", email)))
            .post("/v1/referrers")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    return new Connector(referrer, program, email);
  }

  Referred referralBy(Connector connector, String prospectName) {
    String prospect = unique("ann") + "@" + unique("acme") + ".example";
    String id =
        api()
            .body(
                Map.of(
                    "prospect",
                    Map.of("name", prospectName, "email", prospect),
                    "referrer",
                    Map.of("id", connector.referrerId()),
                    "programId",
                    connector.programId()))
            .post("/v1/referrals")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    return new Referred(id, connector.email(), prospect);
  }

  private ReferrerView enrol(@Nullable IntroductionSettings settings, String connector) {
    String program =
        programs.create(new CreateProgram(unique("Partners"), null, null, null)).view().id();
    String version =
        versions
            .create(
                new CreateProgramVersion(
                    program, null, null, null, null, null, null, null, settings, null, null, null,
                    null, null, null, null, null, null, null))
            .view()
            .id();
    versions.publish(new PublishProgramVersion(version, null, null));
    return referrers
        .enrol(
            new EnrolReferrer(
                program,
                new PersonRef(null, null, "Kim Partner", connector),
                null,
                null,
                null,
                null))
        .view();
  }

  static Map<String, Object> request(String referralId) {
    Map<String, Object> body = new HashMap<>();
    body.put("referralId", referralId);
    body.put("requester", Map.of("name", "Sam Seller", "email", "sam@seller.example"));
    body.put("subject", "Shorter month ends at Acme");
    body.put("context", CONTEXT);
    return body;
  }

  /** An introduction whose connector is asked. */
  public String requestedIntroduction() {
    return requested();
  }

  /** The path of the opt-in link that is due. */
  public String optInLink(String introduction) {
    return link(introduction);
  }

  public static String stateOf(String introduction) {
    return state(introduction);
  }

  String requested() {
    return requested(referral().id());
  }

  String requested(String referralId) {
    return api()
        .body(request(referralId))
        .post("/v1/introductions")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** The opt-in link of the message that is due: its path. */
  String link(String introduction) {
    String message = api().get("/v1/introductions/" + introduction).path("dueMessageId");
    return render(message);
  }

  static String render(String message) {
    String link =
        api()
            .post("/v1/messages/" + message + "/render")
            .then()
            .statusCode(200)
            .extract()
            .path("link");
    return link.substring(link.indexOf("/i/"));
  }

  static String nonce(String page) {
    return found(NONCE, page);
  }

  static String withdrawal(String page) {
    return found(WITHDRAWAL, page);
  }

  private static String found(Pattern pattern, String page) {
    Matcher matcher = pattern.matcher(page);
    if (!matcher.find()) {
      throw new AssertionError("no " + pattern + " in " + page);
    }
    return matcher.group(1);
  }

  static Response page(String path) {
    return given().redirects().follow(false).get(path);
  }

  static Response submit(String path, Map<String, String> form) {
    return given().contentType(ContentType.URLENC).formParams(form).post(path);
  }

  /** Opens the page that takes a yes back, and does it, after the reading time. */
  static Response takeBack(String path, Runnable reading) {
    String nonce = nonce(page(path).then().statusCode(200).extract().asString());
    reading.run();
    return submit(path, Map.of("nonce", nonce));
  }

  /** Opens the page and answers; the reading time has been moved past by the caller's clock. */
  static Response answer(String path, String choice, Runnable reading) {
    String nonce = nonce(page(path).then().statusCode(200).extract().asString());
    reading.run();
    return submit(path, Map.of("choice", choice, "nonce", nonce));
  }

  static ValidatableResponse transition(String introduction, Map<String, ?> body) {
    return api()
        .header("Vouch-Actor", "crm:4711; name=\"Sam Seller\"")
        .body(body)
        .post("/v1/introductions/" + introduction + "/transitions")
        .then();
  }

  static String state(String introduction) {
    return api().get("/v1/introductions/" + introduction).path("state");
  }

  static List<Map<String, Object>> consents(String introduction) {
    return api().get("/v1/introductions/" + introduction + "/consents").path("data");
  }
}
