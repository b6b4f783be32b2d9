package app.vouch.platform.key;

import static app.vouch.TestApi.OPERATOR_KEY;
import static app.vouch.TestApi.api;
import static app.vouch.TestApi.unique;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import app.vouch.TestApi;
import app.vouch.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApiKeyResourceTest {
  @Inject TestClock testClock;
  @Inject Clock clock;

  @Test
  void shouldShowTheSecretOnceWhenAKeyIsMade() {
    JsonPath made = make(List.of("organizations:read"));

    api(made.getString("secret")).get("/v1/organizations").then().statusCode(200);
    api()
        .get("/v1/api-keys/" + made.getString("id"))
        .then()
        .statusCode(200)
        .body("secret", nullValue())
        .body("prefix", startsWith("vk_live_"))
        .body("lastUsedAt", matchesPattern("20.*Z"));
  }

  @Test
  void shouldWithholdTheSecretWhenTheCallIsRepeated() {
    String key = unique("make");
    Map<String, Object> body = Map.of("name", "Twice", "scopes", List.of("deals:read"));
    api().header("Idempotency-Key", key).body(body).post("/v1/api-keys").then().statusCode(201);

    api()
        .header("Idempotency-Key", key)
        .body(body)
        .post("/v1/api-keys")
        .then()
        .statusCode(201)
        .header("Idempotency-Replayed", "true")
        .body("secret", nullValue())
        .body("secretWithheld", equalTo(true));
  }

  @Test
  void shouldNameTheScopeWhenItIsMissing() {
    String secret = make(List.of("organizations:read")).getString("secret");

    api(secret)
        .body(Map.of("name", "X"))
        .post("/v1/organizations")
        .then()
        .statusCode(403)
        .body("code", equalTo("missing-scope"))
        .body("scope", equalTo("organizations:write"));
  }

  @Test
  void shouldRefuseAScopeThatTheCallerLacks() {
    String secret = make(List.of("keys:manage")).getString("secret");

    api(secret)
        .body(Map.of("name", "More", "scopes", List.of("people:adopt", "deals:read")))
        .post("/v1/api-keys")
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/scopes/0"));
    api(secret)
        .body(Map.of("name", "More", "scopes", List.of("deals:read")))
        .post("/v1/api-keys")
        .then()
        .statusCode(422)
        .body("code", equalTo("scope-not-held"));
  }

  @Test
  void shouldRefuseToLetAKeyNamePeopleWhenTheCallerMayNot() {
    String manager = make(List.of("keys:manage", "keys:read")).getString("secret");
    Map<String, Object> more =
        Map.of("name", "More", "scopes", List.of("keys:read"), "mayActFor", true);
    String trusted = api().body(more).post("/v1/api-keys").path("id");

    for (var attempt :
        List.of(
            api(manager).body(more).post("/v1/api-keys"),
            api(manager)
                .body(Map.of("action", "ROTATE"))
                .post("/v1/api-keys/" + trusted + "/transitions"))) {
      attempt.then().statusCode(422).body("code", equalTo("scope-not-held"));
    }
  }

  @Test
  void shouldRefuseTheKeyWhenItIsRevoked() {
    JsonPath made = make(List.of("organizations:read"));
    transition(made.getString("id"), "REVOKE").then().statusCode(200);

    api(made.getString("secret"))
        .get("/v1/organizations")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .body("code", equalTo("unauthenticated"));
  }

  @Test
  void shouldKeepTheOldKeyForADayWhenItIsRotated() {
    JsonPath old = make(List.of("organizations:read"));
    String next =
        transition(old.getString("id"), "ROTATE").then().statusCode(201).extract().path("secret");

    api(old.getString("secret")).get("/v1/organizations").then().statusCode(200);
    testClock.advance(Duration.ofHours(25));
    api(old.getString("secret")).get("/v1/organizations").then().statusCode(401);
    api(next).get("/v1/organizations").then().statusCode(200);
  }

  @Test
  void shouldRefuseTheKeyWhenItHasExpired() {
    String secret =
        api()
            .body(
                Map.of(
                    "name",
                    "Short",
                    "scopes",
                    List.of("organizations:read"),
                    "expiresAt",
                    clock.instant().plus(Duration.ofHours(1)).toString()))
            .post("/v1/api-keys")
            .path("secret");
    api(secret).get("/v1/organizations").then().statusCode(200);

    testClock.advance(Duration.ofHours(2));

    api(secret).get("/v1/organizations").then().statusCode(401);
  }

  @Test
  void shouldKeepLiveAndTestApartWhenATenantHasBoth() {
    JsonPath tenant =
        api(OPERATOR_KEY)
            .body(Map.of("name", unique("Tenant")))
            .post("/v1/tenants")
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();
    String live = tenant.getString("liveKey");
    String test = tenant.getString("testKey");
    String id = api(live).body(Map.of("name", "Live Ltd")).post("/v1/organizations").path("id");

    api(test).get("/v1/organizations/" + id).then().statusCode(404);
    api(test).get("/v1/organizations").then().body("data.id", not(hasItem(id)));
    api(test).get("/v1/me").then().body("mode", equalTo("TEST"));
  }

  @Test
  void shouldAnswerForbiddenWhenATenantKeyAsksForTenants() {
    api().get("/v1/tenants").then().statusCode(403).body("scope", equalTo("operator"));
    api(OPERATOR_KEY).get("/v1/organizations").then().statusCode(403);
  }

  private static JsonPath make(List<String> scopes) {
    return api()
        .body(Map.of("name", TestApi.unique("Key"), "scopes", scopes))
        .post("/v1/api-keys")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  private static io.restassured.response.Response transition(String id, String action) {
    return api().body(Map.of("action", action)).post("/v1/api-keys/" + id + "/transitions");
  }
}
