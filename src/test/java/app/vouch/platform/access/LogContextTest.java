package app.vouch.platform.access;

import static app.vouch.TestApi.OPERATOR_KEY;
import static app.vouch.TestApi.api;
import static app.vouch.TestApi.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.vouch.TestRealm;
import app.vouch.delivery.TestEndpoints;
import app.vouch.delivery.WebhookEndpointService;
import app.vouch.shared.IdType;
import app.vouch.shared.PageRequest;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jboss.logging.MDC;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose lines are whose: looked at where every read logs its SQL. */
@QuarkusTest
class LogContextTest {
  @Inject TestRealm realm;
  @Inject WebhookEndpointService endpoints;

  private final Logger logger = Logger.getLogger("org.hibernate.SQL");
  private final Lines lines = new Lines();
  private Level level = Level.INFO;

  /** The request and the tenant of each line; null where it names none. */
  private record Line(String request, String tenant) {}

  private static final class Lines extends Handler {
    private final List<Line> seen = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord line) {
      if (line instanceof ExtLogRecord record) {
        seen.add(new Line(record.getMdc("requestId"), record.getMdc("tenant")));
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @BeforeEach
  void listen() {
    level = logger.getLevel();
    logger.setLevel(Level.FINE);
    logger.setUseParentHandlers(false);
    logger.addHandler(lines);
  }

  @AfterEach
  void leave() {
    logger.removeHandler(lines);
    logger.setUseParentHandlers(true);
    logger.setLevel(level);
  }

  /** A tenant: its id and its key. */
  private record Tenant(String id, String key) {
    static Tenant make() {
      var made = api(OPERATOR_KEY).body(Map.of("name", unique("Log"))).post("/v1/tenants");
      return new Tenant(made.path("id"), made.path("liveKey"));
    }
  }

  private Set<String> tenantsOf(String request) {
    return lines.seen.stream()
        .filter(line -> request.equals(line.request()))
        .map(line -> String.valueOf(line.tenant()))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static void ask(Tenant tenant, String request) {
    api(tenant.key())
        .header("X-Request-Id", request)
        .get("/v1/organizations")
        .then()
        .statusCode(200);
  }

  @Test
  void shouldNameRequestAndTenantInRestAndGraphql() {
    Tenant tenant = Tenant.make();
    ask(tenant, "log-sign-in");

    ask(tenant, "log-rest");
    api(tenant.key())
        .header("X-Request-Id", "log-graphql")
        .body(Map.of("query", "{organizations {edges {node {id people {id}}}}}"))
        .post("/graphql")
        .then()
        .statusCode(200);

    assertThat(tenantsOf("log-rest")).containsExactly(tenant.id());
    assertThat(tenantsOf("log-graphql")).containsExactly(tenant.id());
  }

  @Test
  void shouldNeverNameAnotherTenantWhenRequestsMix() throws Exception {
    List<Tenant> tenants = List.of(Tenant.make(), Tenant.make());
    tenants.forEach(tenant -> ask(tenant, "log-sign-in"));
    int calls = 40;

    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < calls; i++) {
        Tenant tenant = tenants.get(i % 2);
        String request = "log-mixed-" + i;
        threads.submit(() -> ask(tenant, request)).isDone();
        threads.submit(
            () -> given().header("X-Request-Id", request + "-public").get("/i/no-such-link"));
      }
    }

    for (int i = 0; i < calls; i++) {
      assertThat(tenantsOf("log-mixed-" + i)).containsExactly(tenants.get(i % 2).id());
      assertThat(tenantsOf("log-mixed-" + i + "-public")).isSubsetOf("null");
    }
  }

  @Test
  void shouldNameTheTenantOfWorkThatNoRequestAskedForAndForgetItAfterwards() {
    UUID tenant = realm.make();

    realm.in(tenant, () -> endpoints.list(PageRequest.parse(null, null)));

    assertThat(tenantsOf("test")).contains(IdType.TENANT.format(tenant));
    assertThat(MDC.get("tenant")).isNull();
    assertThat(MDC.get("requestId")).isNull();
  }

  /** The endpoint is disabled by the thread that sends. */
  @Test
  void shouldNameTheTenantOfADelivery() throws Exception {
    HttpServer gone =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gone.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(410, -1);
          exchange.close();
        });
    gone.start();
    UUID tenant = realm.make();
    String url = "http://127.0.0.1:" + gone.getAddress().getPort() + "/";
    realm.in(tenant, () -> endpoints.create(TestEndpoints.at(url, "*")));

    realm.publish(tenant, "deal.won");

    String name = IdType.TENANT.format(tenant);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                lines.seen.stream()
                    .filter(line -> name.equals(line.tenant()))
                    .anyMatch(line -> line.request().startsWith("dlv_")));
    gone.stop(0);
  }
}
