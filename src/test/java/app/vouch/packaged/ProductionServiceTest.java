package app.vouch.packaged;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.startsWith;

import app.vouch.TestDatabase;
import app.vouch.demo.Service;
import app.vouch.image.PackagedApp;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the production jar serves, and where, in the production profile.
 *
 * <p>Needs a production build in {@code vouch.app.dir}: {@code make test-production}.
 */
@Tag("packaged")
class ProductionServiceTest {
  private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"");
  private static final String KEY = "vk_live_" + HexFormat.of().formatHex(random());
  private static final String BASE_URL = "https://refer.example.com";

  private static Service service;

  @BeforeAll
  static void start() throws Exception {
    PackagedApp.assumeProduction();
    service = new Service(Path.of("target/production-service"), settings()).start();
  }

  @AfterAll
  static void stop() {
    if (service != null) {
      service.close();
    }
  }

  /** Everything that the production profile wants. */
  static Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("VOUCH_PROFILE", "production");
    settings.put("VOUCH_DB_URL", TestDatabase.emptyDatabase("production_service"));
    settings.put("VOUCH_DB_USER", TestDatabase.user());
    settings.put("VOUCH_DB_PASSWORD", TestDatabase.password());
    settings.put("VOUCH_BASE_URL", BASE_URL);
    settings.put("VOUCH_SECRET_KEY", "k1:" + Base64.getEncoder().encodeToString(random()));
    settings.put("VOUCH_BOOTSTRAP_API_KEY", KEY);
    settings.put("VOUCH_OUTBOUND_ALLOW", "");
    settings.put("VOUCH_LOG_JSON", "true");
    settings.put("QUARKUS_HTTP_ACCESS_LOG_ENABLED", "true");
    return settings;
  }

  private static byte[] random() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  private static RequestSpecification anyone() {
    return given().baseUri(service.url());
  }

  private static RequestSpecification caller() {
    return anyone().header("Authorization", "Bearer " + KEY).contentType(ContentType.JSON);
  }

  private static RequestSpecification operator() {
    return given().baseUri(service.managementUrl());
  }

  @Test
  void shouldLinkOnlyToWhatIsThere() {
    String page =
        anyone().accept(ContentType.HTML).get("/").then().statusCode(200).extract().asString();
    List<String> links = LINK.matcher(page).results().map(match -> match.group(1)).toList();

    assertThat(links).contains("/docs", "/openapi?format=yaml", "/problems");
    for (String link : links) {
      caller().get(link).then().statusCode(200);
    }
  }

  @Test
  void shouldShowSwaggerUiAndTheDocumentButNotGraphiql() {
    anyone().get("/docs").then().statusCode(200).body(containsString("swagger-ui"));
    anyone()
        .get("/openapi?format=yaml")
        .then()
        .statusCode(200)
        .body(startsWith("---\nopenapi: 3.1"))
        .body(containsString("/v1/referrals:"));
    anyone().accept(ContentType.JSON).get("/openapi").then().body("openapi", startsWith("3.1"));
    anyone().get("/graphiql").then().statusCode(404);
    anyone().get("/graphiql/").then().statusCode(404);
  }

  @Test
  void shouldExplainProblemsUnderTheirTypes() {
    String type =
        caller()
            .get("/v1/referrals/ref_00000000000000000000000000")
            .then()
            .statusCode(404)
            .contentType("application/problem+json")
            .body("code", equalTo("not-found"))
            .extract()
            .path("type");

    assertThat(type).isEqualTo(BASE_URL + "/problems/not-found");
    anyone()
        .accept(ContentType.HTML)
        .get(type.substring(BASE_URL.length()))
        .then()
        .statusCode(200)
        .contentType(ContentType.HTML);
    anyone().get("/problems/no-such-code").then().statusCode(404);
  }

  @Test
  void shouldServeRestAndGraphqlToThoseWithAKeyOnly() {
    caller().get("/v1/me").then().statusCode(200).body("tenantId", startsWith("ten_"));
    caller()
        .body(Map.of("query", "{me {tenantId}}"))
        .post("/graphql")
        .then()
        .statusCode(200)
        .body("data.me.tenantId", startsWith("ten_"));
    anyone()
        .get("/v1/me")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .body("code", equalTo("unauthenticated"));
    anyone()
        .contentType(ContentType.JSON)
        .body(Map.of("query", "{__schema {types {name}}}"))
        .post("/graphql")
        .then()
        .statusCode(401);
  }

  @Test
  void shouldLogJsonWithRequestAndTenantAndWithoutSecrets() throws Exception {
    String token = "Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmE";
    String tenant = caller().header("X-Request-Id", "log-key").get("/v1/me").path("tenantId");
    anyone().header("X-Request-Id", "log-link").get("/i/" + token).then().statusCode(404);

    Map<String, JsonNode> lines = new HashMap<>();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              logged().forEach(line -> lines.put(line.at("/mdc/requestId").asText(), line));
              return lines.keySet().containsAll(List.of("log-key", "log-link"));
            });
    assertThat(lines.get("log-key").at("/mdc/tenant").asText()).isEqualTo(tenant);
    assertThat(lines.get("log-key").path("message").asText()).contains("GET /v1/me");
    assertThat(lines.get("log-link").path("message").asText()).contains("GET /i/*** HTTP");
    assertThat(lines.get("log-link").at("/mdc/tenant").isMissingNode()).isTrue();
    assertThat(Files.readString(service.log())).doesNotContain(token, KEY);
  }

  private static List<JsonNode> logged() throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(service.log())) {
      if (line.startsWith("{")) {
        lines.add(new ObjectMapper().readTree(line));
      }
    }
    return lines;
  }

  @Test
  void shouldServeHealthAndMetricsOnTheManagementPortOnly() {
    operator().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
    operator()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("checks.status", everyItem(equalTo("UP")))
        .body("checks.name.join()", containsString("schema"));
    operator()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("vouch_deliveries_dead "))
        .body(containsString("jvm_memory_used_bytes"));
    for (String path : List.of("/q/health/live", "/q/health/ready", "/q/metrics")) {
      anyone().get(path).then().statusCode(404);
    }
    operator().get("/v1/me").then().statusCode(404);
  }
}
