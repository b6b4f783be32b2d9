package app.vouch.directory;

import static app.vouch.TestApi.api;
import static app.vouch.TestApi.unique;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OrganizationResourceTest {

  @Test
  void shouldMakeAnOrganizationWhenItIsNew() {
    String domain = unique("acme") + ".example";

    api()
        .body(Map.of("name", "Acme", "domain", domain))
        .post("/v1/organizations")
        .then()
        .statusCode(201)
        .header("ETag", "\"1\"")
        .body("id", matchesPattern("org_[0-9a-z]{26}"))
        .body("domain", equalTo(domain));
  }

  @Test
  void shouldUpdateTheSameOrganizationWhenTheDomainIsKnown() {
    String domain = unique("acme") + ".example";
    String id =
        api().body(Map.of("name", "Acme", "domain", domain)).post("/v1/organizations").path("id");

    api()
        .body(Map.of("name", "Acme Ltd", "domain", domain))
        .post("/v1/organizations")
        .then()
        .statusCode(200)
        .body("id", equalTo(id))
        .body("version", equalTo(2))
        .body("name", equalTo("Acme Ltd"));
  }

  @Test
  void shouldFindByExternalReferenceWhenThePathNamesOne() {
    String external = unique("001:ß+ 100%/7");
    String id =
        api()
            .body(
                Map.of(
                    "name",
                    "Beta",
                    "externalRefs",
                    List.of(Map.of("system", "salesforce", "id", external))))
            .post("/v1/organizations")
            .path("id");

    api()
        .urlEncodingEnabled(false)
        .get("/v1/organizations/ext:salesforce:default:organization:" + encoded(external))
        .then()
        .statusCode(200)
        .body("id", equalTo(id));
  }

  private static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Test
  void shouldFindNothingWhenTheReferenceInThePathIsNone() {
    for (String part : List.of("a:b", "a:b:c:d:e", "a:b:c:%25zz", "a:b:c:100%25")) {
      api()
          .urlEncodingEnabled(false)
          .get("/v1/organizations/ext:" + part)
          .then()
          .statusCode(404)
          .body("code", equalTo("not-found"));
    }
  }

  @Test
  void shouldNameEveryFaultWhenTheBodyBreaksBounds() {
    api()
        .body(Map.of("domain", "no domain", "externalRefs", List.of(Map.of("system", ""))))
        .post("/v1/organizations")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("invalid-request"))
        .body("errors.pointer", hasItem("/name"))
        .body("errors.pointer", hasItem("/domain"))
        .body("errors.pointer", hasItem("/externalRefs/0/system"));
  }

  @Test
  void shouldAnswerNotModifiedWhenTheVersionIsKnown() {
    String id = api().body(Map.of("name", unique("Gamma"))).post("/v1/organizations").path("id");

    api().header("If-None-Match", "\"1\"").get("/v1/organizations/" + id).then().statusCode(304);
  }
}
