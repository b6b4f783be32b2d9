package app.vouch.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.openshift.api.model.monitoring.v1.Endpoint;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Metrics are scraped from the management port, and each alert says what to do. */
@TestInstance(Lifecycle.PER_CLASS)
class HelmChartAlertsTest {

  private static final Path RUNBOOK = Path.of("src/docs/runbook.md");
  private static final Path DASHBOARD = Path.of("helm/dashboards/vouch.json");

  private Chart.Rendered rendered;

  @BeforeAll
  void render(@TempDir Path folder) {
    rendered =
        Chart.copiedTo(folder)
            .render(
                Chart.MINIMAL,
                Map.of(
                    "prometheusRule.enabled",
                    true,
                    "serviceMonitor.enabled",
                    true,
                    "dashboard.enabled",
                    true));
  }

  @Test
  void shouldScrapeTheManagementPortWhenThereIsAMonitor() {
    List<Endpoint> endpoints = rendered.only(ServiceMonitor.class).getSpec().getEndpoints();

    assertThat(endpoints)
        .singleElement()
        .satisfies(
            endpoint -> {
              assertThat(endpoint.getPort()).isEqualTo("management");
              assertThat(endpoint.getPath()).isEqualTo("/q/metrics");
            });
    assertThat(rendered.only(Service.class).getSpec().getPorts())
        .anyMatch(port -> port.getName().equals("management") && port.getPort() == 9000);
  }

  @Test
  void shouldWatchEveryNamedMetricOfThisReleaseWhenRendered() {
    assertThat(rules())
        .extracting(rule -> rule.getExpr().getStrVal())
        .allMatch(
            expr ->
                count(expr, "namespace=\"crm\", job=\"vouch\"") == count(expr, "\\{")
                    && count(expr, "\\(") == count(expr, "\\)"));
    assertThat(rules().stream().map(rule -> rule.getExpr().getStrVal()).toList().toString())
        .contains(
            "vouch_deliveries_ready_age_seconds",
            "vouch_deliveries_dead",
            "vouch_timers_lag_seconds",
            "vouch_mails_wait_seconds",
            "agroal_available_count",
            "http_server_requests_seconds_count",
            "status=~\"5..\"");
  }

  @Test
  void shouldBringADashboardForTheSidecar() throws IOException {
    assertThat(rendered.all(ConfigMap.class))
        .filteredOn(map -> map.getData().containsKey("vouch.json"))
        .singleElement()
        .satisfies(
            map -> {
              assertThat(map.getMetadata().getLabels()).containsEntry("grafana_dashboard", "1");
              assertThat(new ObjectMapper().readTree(map.getData().get("vouch.json")))
                  .isEqualTo(new ObjectMapper().readTree(DASHBOARD.toFile()));
            });
  }

  @Test
  void shouldLeadToAChapterOfTheRunbookWhenAnAlertFires() throws IOException {
    List<String> chapters =
        Pattern.compile("(?m)^## (\\w+)$")
            .matcher(Files.readString(RUNBOOK))
            .results()
            .map(match -> match.group(1))
            .toList();

    assertThat(rules()).extracting(Rule::getAlert).containsExactlyElementsOf(chapters);
    assertThat(rules())
        .allSatisfy(
            rule -> {
              assertThat(rule.getAnnotations())
                  .containsEntry(
                      "runbook_url", RUNBOOK + "#" + rule.getAlert().toLowerCase(Locale.ROOT));
              assertThat(rule.getAnnotations().get("summary")).isNotBlank();
              assertThat(rule.getLabels().get("severity")).isIn("critical", "warning");
            });
  }

  private List<Rule> rules() {
    var groups = rendered.only(PrometheusRule.class).getSpec().getGroups();
    assertThat(groups).hasSize(1);
    return groups.getFirst().getRules();
  }

  private static long count(String text, String regex) {
    return Pattern.compile(regex).matcher(text).results().map(MatchResult::start).count();
  }
}
