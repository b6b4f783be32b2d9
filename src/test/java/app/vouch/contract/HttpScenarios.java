package app.vouch.contract;

import static app.vouch.TestApi.api;
import static app.vouch.TestApi.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import app.vouch.TestApi;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What HTTP adds to REST: methods, media types, sizes, conditions, links. */
abstract class HttpScenarios extends ContractSuite {
  private static final String MERGE_PATCH = "application/merge-patch+json";

  /** A documented exchange: the document says what comes back. */
  private static RequestSpecification documented() {
    return api().filter(OpenApiFilter.committed());
  }

  private static ValidatableResponse problem(Response response, int status, String code) {
    return response
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .header("X-Request-Id", equalTo(response.path("requestId")))
        .body("type", containsString("/problems/" + code))
        .body("code", equalTo(code))
        .body("status", equalTo(status))
        .body("title", not(emptyString()))
        .body("detail", not(emptyString()))
        .body("instance", startsWith("/v1/"));
  }

  private static String organization() {
    return documented()
        .body(Map.of("name", unique("Acme")))
        .post("/v1/organizations")
        .then()
        .statusCode(201)
        .header("ETag", "\"1\"")
        .extract()
        .path("id");
  }

  private static String person() {
    return documented()
        .body(Map.of("name", "Ann Lee"))
        .post("/v1/people")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  @Test
  void shouldSayThatAPathIsNone() {
    problem(api().get("/v1/nothing/here"), 404, "not-found")
        .body("detail", containsString("/v1/nothing/here"));
    problem(documented().get("/v1/deals/none"), 404, "not-found");
  }

  @Test
  void shouldNameTheMethodsOfAPath() {
    for (String method : List.of("DELETE", "PUT", "PATCH")) {
      problem(api().body("{}").request(method, "/v1/deals"), 405, "method-not-allowed")
          .header("Allow", containsString("GET"))
          .header("Allow", containsString("POST"));
    }
  }

  @Test
  void shouldRefuseEveryMethodThatAPathDoesNotTake() {
    Collection<OpenApiOperations.Place> places = OpenApiOperations.committed().all().values();
    for (OpenApiOperations.Place place : places) {
      String path = place.template().replaceAll("\\{[^}]+}", "none");
      List<String> taken =
          places.stream()
              .filter(other -> path.matches(other.template().replaceAll("\\{[^}]+}", "[^/]+")))
              .map(OpenApiOperations.Place::method)
              .toList();
      for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
        if (!taken.contains(method)) {
          problem(api().request(method, path), 405, "method-not-allowed")
              .header("Allow", containsString(place.method()));
        }
      }
    }
  }

  @Test
  void shouldAnswerJsonOnly() {
    problem(documented().accept("text/html").get("/v1/deals"), 406, "not-acceptable")
        .body("detail", containsString("application/json"));
    documented().accept("text/html;q=0.9, */*;q=0.1").get("/v1/deals").then().statusCode(200);
  }

  @Test
  void shouldTakeJsonInPostsAndMergePatchesInPatches() {
    String path = "/v1/people/" + person();
    for (String type : List.of("text/plain", "application/x-www-form-urlencoded", MERGE_PATCH)) {
      problem(
          documented().contentType(type).body("{\"name\":\"A\"}").post("/v1/organizations"),
          415,
          "unsupported-media-type");
    }
    for (String type : List.of("application/json", "text/plain", "application/json-patch+json")) {
      problem(
              documented()
                  .contentType(type)
                  .header("If-Match", "\"1\"")
                  .body("{\"name\":\"A\"}")
                  .patch(path),
              415,
              "unsupported-media-type")
          .body("detail", containsString(MERGE_PATCH));
    }
    documented()
        .contentType(MERGE_PATCH)
        .header("If-Match", "\"1\"")
        .body("{\"name\":\"Ann Smith\"}")
        .patch(path)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"");
  }

  @Test
  void shouldPatchOnlyWhatTheCallerHasRead() {
    String path = "/v1/people/" + person();
    for (String tag : List.of("\"2\"", "W/\"1\"", "1", "*")) {
      problem(
          documented()
              .contentType(MERGE_PATCH)
              .header("If-Match", tag)
              .body("{\"name\":\"A\"}")
              .patch(path),
          412,
          "version-mismatch");
    }
    problem(
        documented().contentType(MERGE_PATCH).body("{\"name\":\"A\"}").patch(path),
        428,
        "precondition-required");
  }

  @Test
  void shouldRefuseABodyThatIsTooLarge() {
    String large = "{\"name\":\"" + "a".repeat(1_100_000) + "\"}";

    problem(documented().body(large).post("/v1/organizations"), 413, "body-too-large");
    problem(documented().body("[]").post("/v1/organizations"), 400, "invalid-request");
    problem(documented().post("/v1/organizations"), 400, "invalid-request");
  }

  @Test
  void shouldSaveTheBodyThatTheCallerHas() {
    String path = "/v1/organizations/" + organization();

    Response same = documented().header("If-None-Match", "\"1\"").get(path);
    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(same.asString()).isEmpty();
    assertThat(same.header("ETag")).isEqualTo("\"1\"");
    documented().header("If-None-Match", "\"7\"").get(path).then().statusCode(200);
  }

  @Test
  void shouldLinkToTheNextPage() {
    organization();
    organization();

    Response first = documented().queryParam("limit", 1).get("/v1/organizations");

    String link = first.header("Link");
    assertThat(link).endsWith("; rel=\"next\"").contains("limit=1", "cursor=");
    String next = link.substring(1, link.indexOf('>'));
    documented()
        .urlEncodingEnabled(false)
        .get(next)
        .then()
        .statusCode(200)
        .body("data.id", not(hasItem(first.<String>path("data[0].id"))));
  }

  @Test
  void shouldAskForAKey() {
    problem(given().filter(OpenApiFilter.committed()).get("/v1/deals"), 401, "unauthenticated");
    problem(
            TestApi.api(Api.ofNewTenant(new RestDriver()).withScopes("deals:read").key())
                .filter(OpenApiFilter.committed())
                .body("{\"name\":\"x\"}")
                .post("/v1/deals"),
            403,
            "missing-scope")
        .body("scope", equalTo("deals:write"));
  }

  @Test
  void shouldNameTheAllowedActionsAsAMember() {
    String path =
        documented()
            .body(Map.of("name", "Archive me", "defaultProgram", false))
            .post("/v1/programs")
            .then()
            .extract()
            .path("id");
    String version =
        documented()
            .body("{}")
            .post("/v1/programs/" + path + "/versions")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    documented()
        .body(Map.of("action", "DISCARD"))
        .post("/v1/program-versions/" + version + "/transitions")
        .then()
        .statusCode(200);

    problem(
            documented()
                .body(Map.of("action", "PUBLISH"))
                .post("/v1/program-versions/" + version + "/transitions"),
            409,
            "transition-not-allowed")
        .body("allowed", equalTo(List.of()));
  }
}
