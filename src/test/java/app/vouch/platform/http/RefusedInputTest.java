package app.vouch.platform.http;

import static app.vouch.TestApi.api;
import static app.vouch.TestApi.graphql;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no request is refused as such, and never reaches the database. */
@QuarkusTest
class RefusedInputTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/organizations | {'name':'x','externalRefs':[null]} | /externalRefs/0",
        "/v1/deals | {'name':'x','people':[null]} | /people/0",
        "/v1/deals | {'name':'x','openedAt':1e308} | /openedAt",
        "/v1/deals | {'name':'x','openedAt':1} | /openedAt",
        "/v1/deals | {'name':'x','openedAt':'-999999999-01-01T00:00:00Z'} | /openedAt",
        "/v1/deals | {'name':'one\\r\\ntwo'} | /name",
        "/v1/deals | {'name':'half \\ud800'} | /name",
        "/v1/deals | {'name':'nul \\u0000'} | /name",
        "/v1/api-keys | {'name':'x','scopes':['keys:read'],'expiresAt':'9999-12-31T23:59:59Z'} | /expiresAt"
      })
  void shouldNameTheMemberThatCannotBeRead(String path, String body, String pointer) {
    api()
        .body(body.replace('\'', '"'))
        .post(path)
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-request"))
        .body("errors.pointer", contains(pointer));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sam", "crm", "crm:", "crm: 1", "crm:a; name=Sam", "crm:a; foo=\"x\""})
  void shouldRefuseAnActorThatCannotBeRead(String actor) {
    api()
        .header("Vouch-Actor", actor)
        .get("/v1/me")
        .then()
        .statusCode(400)
        .contentType(Problem.MEDIA_TYPE)
        .body("errors.pointer", contains("Vouch-Actor"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"choice=%ZZ", "%", "a=%u1234"})
  void shouldRefuseAFormThatIsNone(String form) {
    given()
        .contentType("application/x-www-form-urlencoded")
        .body(form)
        .post("/i/nonsense")
        .then()
        .statusCode(400);
  }

  @Test
  void shouldNameQueryParametersThatThereAreNot() {
    api()
        .get("/v1/rewards?refferalId=x&limit=1")
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/refferalId"));
    api()
        .body("{\"name\":\"Acme rollout\"}")
        .post("/v1/deals?dryRun=true")
        .then()
        .statusCode(400)
        .body("errors.code", contains("unknown-parameter"));
  }

  @Test
  void shouldRefuseATimeThatNoDatabaseHas() {
    api()
        .queryParam("asOf", "+999999999-12-31T23:59:59Z")
        .get("/v1/ledger/balances")
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/asOf"));
  }

  @Test
  void shouldTakeNullForAPageSizeAsNothing() {
    graphql("{people(first: null) {edges {node {id}}}}", Map.of())
        .body("errors", nullValue())
        .body("data.people", notNullValue());
  }

  @Test
  void shouldRefuseWholeNumbersThatAreTooLong() {
    graphql(
            "mutation {upsertDeal(input: {name: \"x\", sourceVersion: 18446744073709551617}) {deal {id}}}",
            Map.of())
        .statusCode(400);
  }
}
