package app.vouch.portal;

import static app.vouch.TestApi.api;
import static app.vouch.TestApi.unique;
import static io.restassured.RestAssured.given;

import app.vouch.TestClock;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One link of every sort that a mail can hold, in a tenant of its own: the connector has said yes,
 * the prospect is asked.
 *
 * @param key of the tenant
 * @param optIn of the prospect
 * @param withdrawal of the connector
 * @param optOut of the prospect
 */
public record PublicLinks(
    String key,
    String tenant,
    String introduction,
    String optIn,
    String withdrawal,
    String optOut,
    String form,
    String status) {
  private static final Pattern WITHDRAWAL = Pattern.compile("href=\"(/w/[^\"]+)\"");

  public static PublicLinks begin(TestClock clock) {
    PortalStory portal = PortalStory.begin();
    String key = portal.key();
    String referral = portal.captured("Ann Lee", unique("ann") + "@acme.example");
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
                    "Ann fights with month-end closing; Sam's team cut Kim's closing from nine days to two."))
            .post("/v1/introductions")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String asked = path(due(key, introduction).getString("link"));
    String nonce = PortalStory.nonce(PortalStory.page(asked).asString());
    clock.advance(Duration.ofSeconds(3));
    String answered =
        given()
            .contentType(ContentType.URLENC)
            .formParams(Map.of("choice", "ACCEPT", "nonce", nonce))
            .post(asked)
            .then()
            .statusCode(200)
            .extract()
            .asString();
    Matcher withdrawal = WITHDRAWAL.matcher(answered);
    if (!withdrawal.find()) {
      throw new AssertionError("no link to take it back in " + answered);
    }
    JsonPath invitation = due(key, introduction);
    return new PublicLinks(
        key,
        api(key).get("/v1/me").path("tenantId"),
        introduction,
        path(invitation.getString("link")),
        withdrawal.group(1),
        path(invitation.getString("optOutUrl")),
        portal.link(PageLinkKind.FORM),
        portal.link(PageLinkKind.STATUS));
  }

  private static JsonPath due(String key, String introduction) {
    String message = api(key).get("/v1/introductions/" + introduction).path("dueMessageId");
    return api(key)
        .post("/v1/messages/" + message + "/render")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static String path(String url) {
    return URI.create(url).getPath();
  }

  public List<String> all() {
    return List.of(optIn, withdrawal, optOut, form, status);
  }

  public <T> T read(String path) {
    return api(key).get("/v1/introductions/" + introduction).path(path);
  }

  public int referrals() {
    return api(key).get("/v1/referrals").<List<?>>path("data").size();
  }

  public List<Map<String, Object>> consents() {
    return api(key).get("/v1/introductions/" + introduction + "/consents").path("data");
  }
}
