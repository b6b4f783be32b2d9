package app.vouch.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.vouch.TestRealm;
import app.vouch.delivery.Receiver;
import app.vouch.delivery.TestEndpoints;
import app.vouch.delivery.WebhookEndpointService;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The dashboard and the alerts ask for metrics that the program publishes. */
@QuarkusTest
class DashboardTest {
  private static final Path DASHBOARD = Path.of("helm/dashboards/vouch.json");
  private static final Path ALERTS = Path.of("helm/templates/prometheusrule.yaml");
  private static final Pattern METRIC = Pattern.compile("([a-z][a-z_]+)\\{");
  private static final Pattern OF_VOUCH = Pattern.compile("(vouch_[a-z_]+)\\{");

  @Inject TestRealm realm;
  @Inject WebhookEndpointService endpoints;
  @Inject ObjectMapper json;

  @ConfigProperty(name = "quarkus.management.test-port")
  int port;

  @Test
  void shouldAskForWhatIsPublished() throws Exception {
    Set<String> wanted = new TreeSet<>(found(OF_VOUCH, Files.readString(ALERTS)));
    for (JsonNode panel : json.readTree(DASHBOARD.toFile()).path("panels")) {
      for (JsonNode target : panel.path("targets")) {
        wanted.addAll(found(METRIC, target.path("expr").asText()));
      }
    }
    assertThat(wanted).hasSizeGreaterThan(10);
    UUID tenant = realm.make();
    try (Receiver receiver = Receiver.answering(200)) {
      realm.in(tenant, () -> endpoints.create(TestEndpoints.at(receiver.url(), "*")));
      realm.publish(tenant, "deal.won");
      await().atMost(Duration.ofSeconds(30)).until(() -> !receiver.requests().isEmpty());
    }
    RestAssured.get("/v1/me");

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(published()).containsAll(wanted));
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(one -> one.group(1)).collect(Collectors.toSet());
  }

  private Set<String> published() {
    return RestAssured.given()
        .port(port)
        .get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("[{ ]", 2)[0])
        .collect(Collectors.toSet());
  }
}
