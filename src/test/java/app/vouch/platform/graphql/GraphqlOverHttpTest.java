package app.vouch.platform.graphql;

import static app.vouch.TestApi.KEY;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class GraphqlOverHttpTest {
  private static final String RESPONSE_JSON = "application/graphql-response+json";
  private static final String QUERY = "{\"query\":\"{__typename}\"}";

  private static RequestSpecification request() {
    return given().header("Authorization", "Bearer " + KEY);
  }

  private static ValidatableResponse post(String accept, String body) {
    return request()
        .header("Accept", accept)
        .header("Content-Type", "application/json")
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post("/graphql")
        .then();
  }

  static Stream<Arguments> noGraphqlRequests() {
    return Stream.of(
        Arguments.of("nothing", ""),
        Arguments.of("not JSON", "{\"query\":"),
        Arguments.of("more than one value", QUERY + "{}"),
        Arguments.of("a batch", "[" + QUERY + "]"),
        Arguments.of("a text", "\"{__typename}\""),
        Arguments.of("null", "null"),
        Arguments.of("no query", "{}"),
        Arguments.of("null query", "{\"query\":null}"),
        Arguments.of("empty query", "{\"query\":\" \"}"),
        Arguments.of("query as object", "{\"query\":{}}"),
        Arguments.of("query as number", "{\"query\":1}"),
        Arguments.of("variables as list", "{\"query\":\"{__typename}\",\"variables\":[]}"),
        Arguments.of("variables as text", "{\"query\":\"{__typename}\",\"variables\":\"{}\"}"),
        Arguments.of("operation as number", "{\"query\":\"{__typename}\",\"operationName\":3}"),
        Arguments.of("extensions as text", "{\"query\":\"{__typename}\",\"extensions\":\"x\"}"),
        Arguments.of("doubled member", "{\"query\":\"{a}\",\"query\":\"{__typename}\"}"),
        Arguments.of(
            "doubled variable", "{\"query\":\"{__typename}\",\"variables\":{\"a\":1,\"a\":2}}"),
        Arguments.of(
            "huge exponent", "{\"query\":\"{__typename}\",\"variables\":{\"a\":1e999999}}"),
        Arguments.of(
            "long number",
            "{\"query\":\"{__typename}\",\"variables\":{\"a\":%s}}".formatted("9".repeat(101))),
        Arguments.of("huge literal", "{\"query\":\"{probeParents(count: 1e99999) {number}}\"}"),
        Arguments.of(
            "long literal",
            "{\"query\":\"{probeParents(count: %s) {number}}\"}".formatted("9".repeat(41))),
        Arguments.of(
            "deep variables",
            "{\"query\":\"{__typename}\",\"variables\":{\"a\":%s1%s}}"
                .formatted("[".repeat(60), "]".repeat(60))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("noGraphqlRequests")
  void shouldAnswer400WhenTheBodyIsNoGraphqlRequest(String what, String body) {
    for (String accept : List.of(RESPONSE_JSON, "application/json")) {
      post(accept, body)
          .statusCode(400)
          .contentType(accept)
          .body("", not(hasKey("data")))
          .body("errors.extensions.code", everyItem(equalTo("invalid-request")))
          .body("errors[0].extensions.requestId", notNullValue())
          .body("errors[0].message", notNullValue());
    }
  }

  static Stream<Arguments> notExecutable() {
    return Stream.of(
        Arguments.of("syntax", "{\"query\":\"{\"}", "invalid-request"),
        Arguments.of("unknown field", "{\"query\":\"{nothing}\"}", "invalid-request"),
        Arguments.of(
            "unknown argument", "{\"query\":\"{__type(nom: 1) {name}}\"}", "invalid-request"),
        Arguments.of(
            "wrong type of literal",
            "{\"query\":\"{probeParents(count: \\\"1\\\") {number}}\"}",
            "invalid-request"),
        Arguments.of(
            "wrong type of variable",
            "{\"query\":\"query($n: Int!) {probeParents(count: $n) {number}}\",\"variables\":{\"n\":\"x\"}}",
            "invalid-request"),
        Arguments.of(
            "missing variable",
            "{\"query\":\"query($n: Int!) {probeParents(count: $n) {number}}\"}",
            "invalid-request"),
        Arguments.of(
            "null variable",
            "{\"query\":\"query($n: Int!) {probeParents(count: $n) {number}}\",\"variables\":{\"n\":null}}",
            "invalid-request"),
        Arguments.of(
            "large number for Int",
            "{\"query\":\"query($n: Int!) {probeParents(count: $n) {number}}\",\"variables\":{\"n\":1e300}}",
            "invalid-request"),
        Arguments.of(
            "unknown operation",
            "{\"query\":\"query a {__typename}\",\"operationName\":\"b\"}",
            "invalid-request"),
        Arguments.of(
            "which operation",
            "{\"query\":\"query a {__typename} query b {__typename}\"}",
            "invalid-request"),
        Arguments.of(
            "only a fragment",
            "{\"query\":\"fragment f on Query {__typename}\"}",
            "invalid-request"),
        Arguments.of("subscription", "{\"query\":\"subscription {events}\"}", "invalid-request"),
        Arguments.of(
            "fragment that holds itself",
            "{\"query\":\"{...f} fragment f on Query {...f}\"}",
            "invalid-request"),
        Arguments.of(
            "unknown variable in the input",
            "{\"query\":\"mutation {upsertOrganization(input: {name: \\\"A\\\", nom: 1}) {organization {id}}}\"}",
            "invalid-request"),
        Arguments.of(
            "long query", json("{__typename}" + " ".repeat(30_000)), "query-too-expensive"),
        Arguments.of(
            "many tokens", json("{" + "__typename ".repeat(3_000) + "}"), "query-too-expensive"),
        Arguments.of(
            "nested lists", json("{__type(name: " + "[".repeat(60) + ")}"), "query-too-expensive"),
        Arguments.of(
            "many aliases",
            json(
                "{probeParents(count: 1) {"
                    + Stream.iterate(0, i -> i + 1)
                        .limit(101)
                        .map(i -> "a" + i + ": number ")
                        .reduce("", String::concat)
                    + "}}"),
            "query-too-expensive"),
        Arguments.of(
            "many root fields",
            json("{" + "probeFailing ".repeat(21) + "}"),
            "query-too-expensive"),
        Arguments.of("doubling fragments", json(doublingFragments(40)), "query-too-expensive"));
  }

  private static String json(String query) {
    return "{\"query\":\"" + query.replace("\"", "\\\"") + "\"}";
  }

  private static String doublingFragments(int count) {
    StringBuilder query = new StringBuilder("{probeParents(count: 1) {...f0}}");
    for (int i = 0; i < count; i++) {
      query.append(" fragment f%d on Probe {...f%d ...f%d}".formatted(i, i + 1, i + 1));
    }
    return query.append(" fragment f%d on Probe {number}".formatted(count)).toString();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("notExecutable")
  void shouldSayByTheStatusThatNothingWasExecuted(String what, String body, String code) {
    post(RESPONSE_JSON, body)
        .statusCode(400)
        .contentType(RESPONSE_JSON)
        .body("", not(hasKey("data")))
        .body("errors[0].extensions.code", equalTo(code))
        .body("errors[0].extensions.requestId", notNullValue());
    post("application/json", body)
        .statusCode(200)
        .contentType("application/json")
        .body("", not(hasKey("data")))
        .body("errors[0].extensions.code", equalTo(code));
  }

  static Stream<Arguments> refusedMediaTypes() {
    return Stream.of(
        Arguments.of("text/plain"),
        Arguments.of("application/graphql"),
        Arguments.of("application/x-www-form-urlencoded"),
        Arguments.of("multipart/form-data; boundary=x"),
        Arguments.of("application/json; charset=iso-8859-1"),
        Arguments.of("application/jsonp"));
  }

  @ParameterizedTest
  @MethodSource("refusedMediaTypes")
  void shouldAnswer415WhenTheBodyIsNotJson(String type) {
    request()
        .config(
            io.restassured.RestAssured.config()
                .encoderConfig(
                    io.restassured.config.EncoderConfig.encoderConfig()
                        .encodeContentTypeAs(type, ContentType.TEXT)
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
        .header("Content-Type", type)
        .body(QUERY.getBytes(StandardCharsets.UTF_8))
        .post("/graphql")
        .then()
        .statusCode(415)
        .contentType("application/problem+json")
        .body("code", equalTo("unsupported-media-type"));
  }

  static Stream<Arguments> accepts() {
    return Stream.of(
        Arguments.of("*/*", RESPONSE_JSON),
        Arguments.of("application/*", RESPONSE_JSON),
        Arguments.of("text/html, application/json;q=0.9", "application/json"),
        Arguments.of("application/json;q=0.5, application/graphql-response+json", RESPONSE_JSON),
        Arguments.of("application/json; charset=iso-8859-1", "application/json"),
        Arguments.of("APPLICATION/JSON", "application/json"));
  }

  @ParameterizedTest
  @MethodSource("accepts")
  void shouldAnswerInTheAcceptedMediaTypeAndUtf8(String accept, String type) {
    post(accept, QUERY)
        .statusCode(200)
        .header("Content-Type", type + "; charset=utf-8")
        .body("data.__typename", equalTo("Query"));
  }

  @Test
  void shouldAnswer406WhenNoJsonIsAccepted() {
    post("text/html", QUERY).statusCode(406).body("code", equalTo("not-acceptable"));
    post("application/json;q=0", QUERY).statusCode(406);
  }

  @Test
  void shouldAnswer413WhenTheBodyIsTooLarge() {
    post(RESPONSE_JSON, "{\"query\":\"" + "#".repeat(GraphqlRoutes.MAX_BODY) + "\"}")
        .statusCode(413)
        .contentType("application/problem+json")
        .body("code", equalTo("body-too-large"));
  }

  @Test
  void shouldAnswer405WhenTheMethodIsNotPost() {
    String mutation = "mutation{upsertOrganization(input:{name:\"A\"}){organization{id}}}";
    request()
        .queryParam("query", mutation)
        .get("/graphql")
        .then()
        .statusCode(405)
        .header("Allow", containsString("POST"))
        .body("code", equalTo("method-not-allowed"));
    request().head("/graphql").then().statusCode(405);
    request().put("/graphql").then().statusCode(405);
    request().delete("/graphql").then().statusCode(405);
    request().options("/graphql").then().statusCode(204).header("Allow", containsString("POST"));
  }

  @Test
  void shouldAnswer401WhenASocketIsAskedForWithoutAKey() {
    given()
        .header("Connection", "Upgrade")
        .header("Upgrade", "websocket")
        .header("Sec-WebSocket-Version", "13")
        .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
        .header("Sec-WebSocket-Protocol", "graphql-transport-ws")
        .get("/graphql")
        .then()
        .statusCode(401)
        .body("code", equalTo("unauthenticated"));
  }

  @Test
  void shouldAnswer401WithoutAKey() {
    given()
        .contentType(ContentType.JSON)
        .body(QUERY)
        .post("/graphql")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .body("code", equalTo("unauthenticated"));
    given()
        .header("Authorization", "Bearer vk_live_" + "0".repeat(64))
        .contentType(ContentType.JSON)
        .body(QUERY)
        .post("/graphql")
        .then()
        .statusCode(401);
  }

  @Test
  void shouldAnswer400WhenTheActorHeaderIsMalformed() {
    request()
        .header("Vouch-Actor", "somebody")
        .contentType(ContentType.JSON)
        .body(QUERY)
        .post("/graphql")
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-request"));
  }

  @Test
  void shouldTakeNullParametersAndIgnoreUnknownOnes() {
    post(
            RESPONSE_JSON,
            "{\"query\":\"{__typename}\",\"variables\":null,\"operationName\":null,\"extensions\":null,\"other\":1}")
        .statusCode(200)
        .body("data.__typename", equalTo("Query"));
  }

  @Test
  void shouldTakeTextThatLooksLikeAHugeNumber() {
    post(
            RESPONSE_JSON,
            "{\"query\":\"{__type(name: \\\"1e999999\\\") {name}} # 1e999999\",\"variables\":{\"a\":\"1e999999\"}}")
        .statusCode(200)
        .body("data", equalTo(java.util.Collections.singletonMap("__type", null)));
  }

  @Test
  void shouldKeepUtf8InBothDirections() {
    post(
            RESPONSE_JSON,
            "{\"query\":\"mutation {upsertOrganization(input: {name: \\\"Škoda Ωmega 株式会社\\\"}) {organization {name}}}\"}")
        .statusCode(200)
        .body("data.upsertOrganization.organization.name", equalTo("Škoda Ωmega 株式会社"));
  }

  @Test
  void shouldNameThePlaceWhenTheSyntaxIsWrong() {
    post(RESPONSE_JSON, json("{a(}"))
        .body("errors[0].locations[0]", equalTo(Map.of("line", 1, "column", 4)));
  }
}
