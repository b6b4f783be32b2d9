package app.vouch.directory;

import static app.vouch.TestApi.OPERATOR_KEY;
import static app.vouch.TestApi.api;
import static app.vouch.TestApi.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.vouch.TenantRows;
import app.vouch.contract.event.EventSchemas;
import app.vouch.demo.Receiver;
import app.vouch.demo.Story;
import app.vouch.platform.event.EventType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** What is left of somebody who took part in everything, once they are erased. */
@QuarkusTest
class PersonErasureTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String MIA = "crm:mia; name=\"Mia Manager\"";
  private static final String IBAN = "GB33BUKB20201555555555";

  /** Of the prospect, and what was written about them. */
  private static final List<String> ANN =
      List.of(
          "Ann Lee",
          "ann@acme.example",
          "+44 20 7946 0000",
          "Ann leads",
          "Ann and Sam",
          "her team of nine",
          "met her in Porto",
          "Head of Finance",
          "likes jazz");

  /** Of the referrer. */
  private static final List<String> KIM =
      List.of(
          "Kim Park", "kim@beta.example", "Kim's closing", "filed under Park", "Kim Park is away");

  @TestHTTPResource URI url;

  private final Queue<String> echoed = new ConcurrentLinkedQueue<>();
  private JsonPath tenant = new JsonPath("{}");

  private RequestSpecification asMia() {
    return api(tenant.getString("liveKey")).header("Vouch-Actor", MIA);
  }

  @Test
  void shouldLeaveNothingOfAPersonInAnyRow() throws Exception {
    tenant =
        api(OPERATOR_KEY).body(Map.of("name", unique("Erasure"))).post("/v1/tenants").jsonPath();
    HttpServer echo = echo();
    try (Receiver crm = new Receiver()) {
      String endpoint = endpoint(echo);
      new Story("http://" + url.getAuthority(), tenant.getString("liveKey"), crm, () -> {})
          .playToTheBooks();
      String ann = person("ann@acme.example");
      String kim = person("kim@beta.example");
      String referral = sayMore(ann, kim);
      awaitDelivered(endpoint);
      String trial = asMia().get("/v1/ledger/trial-balance").jsonPath().getString("data");
      assertThat(told(ANN)).containsAll(ANN);
      assertThat(told(KIM)).containsAll(KIM);

      erase(ann);

      assertThat(leftOf(ANN)).isEmpty();
      assertThat(asMia().get("/v1/referrals/" + referral).jsonPath().getString("prospect.name"))
          .isEqualTo("erased:" + ann);
      assertThat(told(KIM)).contains("Kim Park", "kim@beta.example");

      erase(kim);

      assertThat(leftOf(KIM)).isEmpty();
      assertThat(asMia().get("/v1/ledger/trial-balance").jsonPath().getString("data"))
          .isEqualTo(trial);
      requireBooksInOrder();
      requireErasedEvents(endpoint);
      requireSomebodyNew(ann);
    } finally {
      echo.stop(0);
    }
  }

  /** Answers with what it was sent, as careless receivers do. */
  private HttpServer echo() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          echoed.add(new String(body, StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }

  private String endpoint(HttpServer server) {
    return made(
        "/v1/webhook-endpoints",
        Map.of(
            "url",
            "http://127.0.0.1:" + server.getAddress().getPort() + "/",
            "eventTypes",
            List.of("referral.*", "introduction.*", "person.*")));
  }

  private String made(String path, Map<String, ?> body) {
    return asMia()
        .header("Idempotency-Key", unique("key"))
        .body(body)
        .post(path)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private String person(String email) {
    return asMia().queryParam("email", email).get("/v1/people").jsonPath().getString("data[0].id");
  }

  /** Everything else that can be said of somebody. */
  private String sayMore(String ann, String kim) {
    asMia()
        .header("Idempotency-Key", unique("key"))
        .body(
            Map.of(
                "name",
                "Ann Lee",
                "email",
                "ann@acme.example",
                "phone",
                "+44 20 7946 0000",
                "externalRefs",
                List.of(Map.of("system", "salesforce", "id", "003A"))))
        .post("/v1/people")
        .then()
        .statusCode(200);
    String referral =
        made(
            "/v1/referrals",
            Map.of(
                "prospect",
                Map.of("name", "Ann Lee", "email", "ann@acme.example"),
                "referrer",
                Map.of("code", "KIM42"),
                "role",
                "Head of Finance",
                "reason",
                "she wants her team of nine home earlier",
                "metadata",
                Map.of("music", "likes jazz")));
    made("/v1/touchpoints", Map.of("referralId", referral, "evidence", "met her in Porto"));
    asMia()
        .body(Map.of("action", "REJECT", "reasonCode", "OTHER", "note", "Ann Lee has moved on"))
        .post("/v1/referrals/" + referral + "/transitions");
    asMia()
        .body(Map.of("email", "ann@acme.example", "reason", "OTHER", "note", "Ann Lee rang"))
        .post("/v1/suppressions")
        .then()
        .statusCode(201);
    asMia()
        .header("Idempotency-Key", unique("key"))
        .body(Map.of("kind", "IBAN", "holder", "Kim Park", "iban", IBAN))
        .post("/v1/people/" + kim + "/payment-details");
    made(
        "/v1/payee-documents",
        Map.of("payeeId", kim, "kind", "TAX_FORM", "reference", "filed under Park"));
    String referrer =
        asMia().queryParam("personId", kim).get("/v1/referrers").jsonPath().getString("data[0].id");
    for (String action : List.of("PAUSE", "RESUME")) {
      asMia()
          .body(Map.of("action", action, "note", "Kim Park is away"))
          .post("/v1/referrers/" + referrer + "/transitions")
          .then()
          .statusCode(200);
    }
    assertThat(asMia().get("/v1/people/" + ann).jsonPath().getString("phone")).isNotNull();
    return referral;
  }

  private void awaitDelivered(String endpoint) {
    await()
        .atMost(SOON)
        .until(
            () ->
                asMia()
                    .queryParam("state", "SCHEDULED")
                    .get("/v1/webhook-endpoints/" + endpoint + "/deliveries")
                    .jsonPath()
                    .getList("data")
                    .isEmpty());
  }

  private void erase(String person) {
    String job =
        asMia()
            .post("/v1/people/" + person + "/erasures")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(asMia().get("/v1/jobs/" + job).jsonPath().getString("state"))
                    .isEqualTo("FINISHED"));
    List<String> report =
        asMia().get("/v1/jobs/" + job + "/items").jsonPath().getList("data.result");
    assertThat(report).anyMatch(line -> String.valueOf(line).contains("events"));
  }

  /** Those of the texts that stand in any row of the tenant. */
  private List<String> told(List<String> texts) throws Exception {
    String all = TenantRows.of(tenant.getString("id")).toString();
    return texts.stream().filter(all::contains).toList();
  }

  /** The rows in which one of the texts still stands. */
  private List<String> leftOf(List<String> texts) throws Exception {
    List<String> left = new ArrayList<>();
    TenantRows.of(tenant.getString("id"))
        .forEach(
            (table, rows) ->
                rows.forEach(
                    row ->
                        texts.stream()
                            .filter(row::contains)
                            .forEach(
                                text -> left.add("%s: %s in %s".formatted(table, text, row)))));
    return left;
  }

  private void requireBooksInOrder() {
    String verification = made("/v1/ledger/verifications", Map.of());
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(
                        asMia()
                            .get("/v1/ledger/verifications/" + verification)
                            .jsonPath()
                            .getString("outcome"))
                    .isEqualTo("SOUND"));
  }

  /** Sent again, an event goes out in its erased form. */
  private void requireErasedEvents(String endpoint) {
    JsonPath captured =
        asMia().queryParam("types", "referral.captured").get("/v1/events").jsonPath();
    assertThat(captured.getList("data.erasedAt")).isNotEmpty().doesNotContainNull();
    EventSchemas schemas = EventSchemas.built();
    ObjectMapper json = new ObjectMapper();
    for (Object event :
        asMia().queryParam("limit", 200).get("/v1/events").jsonPath().getList("data")) {
      JsonNode body = json.valueToTree(event);
      EventType type = EventType.of(body.path("type").asText()).orElseThrow();
      assertThat(schemas.faults(type, body)).as(body.toPrettyString()).isEmpty();
    }
    echoed.clear();
    asMia()
        .body(Map.of("scope", "ALL", "eventTypes", List.of("referral.captured")))
        .post("/v1/webhook-endpoints/" + endpoint + "/replays")
        .then()
        .statusCode(201);
    await().atMost(SOON).until(() -> echoed.size() >= captured.getList("data").size());
    assertThat(echoed)
        .allMatch(body -> body.contains("\"name\":\"erased:per_"))
        .noneMatch(body -> body.contains("Ann Lee") || body.contains("Kim Park"));
  }

  private void requireSomebodyNew(String ann) {
    String again = made("/v1/people", Map.of("name", "Ann Lee", "email", "ann@acme.example"));
    assertThat(again).isNotEqualTo(ann);
    assertThat(
            asMia()
                .queryParam("email", "ann@acme.example")
                .queryParam("active", true)
                .get("/v1/suppressions")
                .jsonPath()
                .getList("data.reason"))
        .contains("ERASURE");
  }
}
