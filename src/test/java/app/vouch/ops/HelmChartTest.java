package app.vouch.ops;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The chart renders, its objects fit together, and wrong values are refused by name. */
class HelmChartTest {

  private Chart chart;

  @BeforeEach
  void copyChart(@TempDir Path folder) {
    chart = Chart.copiedTo(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"minimal", "everything"})
  void shouldLintWithoutAComplaintWhenValuesAreRight(String values) throws IOException {
    var result = chart.lintWith(Path.of("src/test/resources/helm", values + "-values.yaml"));

    assertThat(result.getMessages()).noneMatch(m -> m.contains("ERROR") || m.contains("WARNING"));
    assertThat(result.isFailed()).isFalse();
  }

  @Test
  void shouldFailToLintWhenATemplateIsBroken(@TempDir Path folder) throws IOException {
    Chart broken = Chart.copiedTo(folder);
    Files.writeString(folder.resolve("templates/broken.yaml"), "a: {{ .Values.image.tag | nope }}");

    assertThat(broken.lintWith(Chart.MINIMAL).isFailed()).isTrue();
  }

  @Test
  void shouldRenderTheNecessaryObjectsOnlyWhenValuesAreMinimal() {
    var rendered = chart.render(Chart.MINIMAL, Map.of());

    assertThat(rendered.objects())
        .extracting(o -> o.getKind() + " " + o.getMetadata().getName())
        .containsExactlyInAnyOrder(
            "ConfigMap vouch",
            "Deployment vouch",
            "Job vouch-migration",
            "NetworkPolicy vouch",
            "NetworkPolicy vouch-migration",
            "PodDisruptionBudget vouch",
            "Service vouch",
            "ServiceAccount vouch");
  }

  @Test
  void shouldRenderEveryKindWhenEverythingIsOn() {
    var rendered = chart.render(Chart.EVERYTHING, Map.of());

    assertThat(rendered.objects())
        .extracting(HasMetadata::getKind)
        .contains("HorizontalPodAutoscaler", "Ingress", "PrometheusRule", "ServiceMonitor")
        .hasSize(12);
  }

  @Test
  void shouldLeaveOutWhatIsOptionalWhenItIsOff() {
    var rendered =
        chart.render(
            Chart.MINIMAL,
            Map.of(
                "migration.enabled", false,
                "networkPolicy.enabled", false,
                "podDisruptionBudget.enabled", false,
                "serviceAccount.create", false));

    assertThat(rendered.objects())
        .extracting(HasMetadata::getKind)
        .containsExactlyInAnyOrder("ConfigMap", "Deployment", "Service");
    assertThat(podSpecOf(rendered).getSpec().getServiceAccountName()).isEqualTo("default");
  }

  @Test
  void shouldNameEveryMissingValueWhenNoneIsGiven(@TempDir Path folder) throws IOException {
    Path none = Files.writeString(folder.resolve("none.yaml"), "{}");

    assertThatThrownBy(() -> chart.render(none, Map.of()))
        .hasMessageContaining("/database/existingSecret")
        .hasMessageContaining("/secrets/existingSecret")
        .hasMessageContaining("/config/baseUrl");
  }

  @ParameterizedTest
  @CsvSource({
    "database.existingSecret, '', /database/existingSecret",
    "database.existingSecret, Not A Name, /database/existingSecret",
    "database.password, hunter2, password",
    "databse.existingSecret, vouch, databse",
    "config.baseUrl, http://refer.example.com, /config/baseUrl",
    "config.extra.VOUCH_SECRET_KEY, x, VOUCH_SECRET_KEY",
    "config.extra.VOUCH_SMTP_URL, x, VOUCH_SMTP_URL",
    "config.extra.QUARKUS_DATASOURCE_PASSWORD, x, QUARKUS_DATASOURCE_PASSWORD",
    "config.extra.VOUCH_REPLICAS, 3, VOUCH_REPLICAS",
    "config.extra.PATH, x, PATH",
    "replicaCount, 0, /replicaCount",
    "terminationGracePeriodSeconds, 20, /terminationGracePeriodSeconds",
    "service.type, LoadBalancer, type",
    "image.pullPolicy, Sometimes, /image/pullPolicy",
    "podDisruptionBudget.maxUnavailable, 0, /podDisruptionBudget/maxUnavailable",
  })
  void shouldRefuseAndNameTheValueWhenItIsWrong(String key, String value, String named) {
    Object typed = value.matches("\\d+") ? (Object) Integer.valueOf(value) : value;

    assertThatThrownBy(() -> chart.render(Chart.MINIMAL, Map.of(key, typed)))
        .hasMessageContaining(named);
  }

  @Test
  void shouldDescribeEveryValueWhenTheSchemaIsComparedWithTheDefaults() throws IOException {
    JsonNode schema = Values.read(Chart.SOURCE.resolve("values.schema.json"));
    JsonNode defaults = Values.read(Chart.SOURCE.resolve("values.yaml"));

    assertThat(schema.get("properties").fieldNames())
        .toIterable()
        .filteredOn(name -> !name.equals("global"))
        .containsExactlyInAnyOrderElementsOf(() -> defaults.fieldNames());
  }

  @Test
  void shouldConnectEveryObjectWhenEverythingIsOn() {
    var rendered = chart.render(Chart.EVERYTHING, Map.of());
    Deployment deployment = rendered.only(Deployment.class);
    Service service = rendered.only(Service.class);
    Map<String, String> pod = podSpecOf(rendered).getMetadata().getLabels();

    assertThat(pod).containsAllEntriesOf(service.getSpec().getSelector());
    assertThat(pod).containsAllEntriesOf(labels(deployment.getSpec().getSelector()));
    assertThat(pod)
        .containsAllEntriesOf(
            labels(rendered.only(PodDisruptionBudget.class).getSpec().getSelector()));
    assertThat(pod)
        .containsAllEntriesOf(
            labels(rendered.named("refer", NetworkPolicy.class).getSpec().getPodSelector()));
    assertThat(service.getMetadata().getLabels())
        .containsAllEntriesOf(labels(rendered.only(ServiceMonitor.class).getSpec().getSelector()));
    assertThat(rendered.only(HorizontalPodAutoscaler.class).getSpec().getScaleTargetRef().getName())
        .isEqualTo(deployment.getMetadata().getName());
    assertThat(containerOf(rendered).getEnvFrom().getFirst().getConfigMapRef().getName())
        .isEqualTo(rendered.only(ConfigMap.class).getMetadata().getName());
  }

  @Test
  void shouldLeadEachServicePortToItsContainerPortWhenRendered() {
    var rendered = chart.render(Chart.MINIMAL, Map.of());

    assertThat(rendered.only(Service.class).getSpec().getPorts())
        .allSatisfy(port -> assertThat(port.getTargetPort().getStrVal()).isEqualTo(port.getName()));
    assertThat(containerOf(rendered).getPorts())
        .extracting(p -> p.getName() + " " + p.getContainerPort())
        .containsExactly("http 8080", "management 9000");
  }

  @Test
  void shouldExposeTheApiPortOnlyWhenThereIsAnIngress() {
    Ingress ingress = chart.render(Chart.EVERYTHING, Map.of()).only(Ingress.class);

    assertThat(ingress.getSpec().getDefaultBackend()).isNull();
    assertThat(ingress.getSpec().getRules())
        .extracting(rule -> rule.getHost())
        .containsExactly("refer.example.com", "go.example.com");
    assertThat(ingress.getSpec().getRules())
        .flatExtracting(rule -> rule.getHttp().getPaths())
        .allSatisfy(
            path -> {
              assertThat(path.getBackend().getService().getPort().getName()).isEqualTo("http");
              assertThat(path.getBackend().getService().getPort().getNumber()).isNull();
            });
  }

  @Test
  void shouldTakeTheHostOfTheBaseUrlWhenTheIngressNamesNone() {
    Ingress ingress =
        chart.render(Chart.MINIMAL, Map.of("ingress.enabled", true)).only(Ingress.class);

    assertThat(ingress.getSpec().getRules().getFirst().getHost()).isEqualTo("refer.example.com");
  }

  @ParameterizedTest
  @CsvSource({"false, 5, 9, 5", "true, 5, 9, 9"})
  void shouldTellTheHighestNumberOfReplicasWhenRateLimitsAreDivided(
      boolean autoscaling, int replicas, int maximum, String expected) {
    var rendered =
        chart.render(
            Chart.MINIMAL,
            Map.of(
                "autoscaling.enabled", autoscaling,
                "autoscaling.maxReplicas", maximum,
                "replicaCount", replicas));

    assertThat(rendered.only(ConfigMap.class).getData()).containsEntry("VOUCH_REPLICAS", expected);
    assertThat(rendered.only(Deployment.class).getSpec().getReplicas())
        .isEqualTo(autoscaling ? null : Integer.valueOf(replicas));
  }

  @Test
  void shouldMigrateOnlyInTheHookWhenRendered() {
    var rendered = chart.render(Chart.MINIMAL, Map.of());
    Job job = rendered.only(Job.class);

    assertThat(job.getMetadata().getAnnotations())
        .containsEntry(Chart.HOOK, "pre-install,pre-upgrade")
        .containsEntry(Chart.HOOK + "-weight", "0")
        .containsEntry(Chart.HOOK + "-delete-policy", "before-hook-creation,hook-succeeded");
    assertThat(migrationOf(rendered).getEnv())
        .extracting(EnvVar::getName)
        .containsExactly("VOUCH_MIGRATE", "VOUCH_DB_URL", "VOUCH_DB_USER", "VOUCH_DB_PASSWORD");
    assertThat(migrationOf(rendered).getEnv().getFirst().getValue()).isEqualTo("only");
    assertThat(migrationOf(rendered).getImage()).isEqualTo(containerOf(rendered).getImage());
    assertThat(rendered.only(ConfigMap.class).getData()).containsEntry("VOUCH_MIGRATE", "false");
  }

  @Test
  void shouldNeedNothingOfTheReleaseWhenTheMigrationRuns() {
    var rendered = chart.render(Chart.EVERYTHING, Map.of());
    Job job = rendered.only(Job.class);
    Container migration = migrationOf(rendered);

    assertThat(migration.getEnvFrom()).isEmpty();
    assertThat(migration.getEnv())
        .filteredOn(env -> env.getValueFrom() != null)
        .allSatisfy(
            env -> {
              assertThat(env.getValueFrom().getConfigMapKeyRef()).isNull();
              assertThat(env.getValueFrom().getSecretKeyRef().getName())
                  .isEqualTo("vouch-database-owner");
            });
    assertThat(job.getSpec().getTemplate().getSpec().getServiceAccountName()).isNull();
    assertThat(job.getSpec().getTemplate().getSpec().getVolumes())
        .allSatisfy(volume -> assertThat(volume.getEmptyDir()).isNotNull());
    assertThat(rendered.named("refer-migration", NetworkPolicy.class).getMetadata())
        .satisfies(
            metadata ->
                assertThat(metadata.getAnnotations())
                    .containsEntry(Chart.HOOK, "pre-install,pre-upgrade")
                    .containsEntry(Chart.HOOK + "-weight", "-5"));
  }

  @Test
  void shouldGetNoTrafficWhenAPodMigrates() {
    var rendered = chart.render(Chart.MINIMAL, Map.of());
    var migrating = rendered.only(Job.class).getSpec().getTemplate().getMetadata().getLabels();

    var selector = rendered.only(Service.class).getSpec().getSelector();
    assertThat(migrating.entrySet().containsAll(selector.entrySet())).isFalse();
    assertThat(migrating)
        .containsEntry("app.kubernetes.io/component", "migration")
        .containsAllEntriesOf(
            labels(
                rendered.named("vouch-migration", NetworkPolicy.class).getSpec().getPodSelector()));
  }

  @Test
  void shouldRollThePodsWhenASettingChanges() {
    String before = checksum(Map.of());
    String same = checksum(Map.of());
    String after = checksum(Map.of("config.oidc.url", "https://login.example.com"));

    assertThat(before).isEqualTo(same).isNotEqualTo(after);
  }

  @Test
  void shouldWarnOfTheManagementPortWhenNoIngressWasMade() {
    assertThat(chart.notes(Chart.MINIMAL))
        .contains("No Ingress was made", "port 9000", "VOUCH_SECRET_KEY")
        .doesNotContain("%!");
  }

  @Test
  void shouldCarryTheVersionOfTheBuildWhenReleased() throws IOException {
    var version =
        Pattern.compile("<artifactId>vouch</artifactId>\\s*<version>([^<]+)</version>")
            .matcher(Files.readString(Path.of("pom.xml")));
    assertThat(version.find()).isTrue();

    JsonNode description = Values.read(Chart.SOURCE.resolve("Chart.yaml"));

    assertThat(description.get("appVersion").asText()).isEqualTo(version.group(1));
    assertThat(containerOf(chart.render(Chart.MINIMAL, Map.of())).getImage())
        .isEqualTo("vouch:" + version.group(1));
  }

  private String checksum(Map<String, ?> overrides) {
    var rendered = chart.render(Chart.MINIMAL, overrides);
    return requireNonNull(
        podSpecOf(rendered).getMetadata().getAnnotations().get("checksum/config"));
  }

  private static PodTemplateSpec podSpecOf(Chart.Rendered rendered) {
    return rendered.only(Deployment.class).getSpec().getTemplate();
  }

  private static Container containerOf(Chart.Rendered rendered) {
    return single(podSpecOf(rendered).getSpec().getContainers());
  }

  private static Container migrationOf(Chart.Rendered rendered) {
    return single(rendered.only(Job.class).getSpec().getTemplate().getSpec().getContainers());
  }

  private static Container single(List<Container> containers) {
    assertThat(containers).hasSize(1);
    return containers.getFirst();
  }

  private static Map<String, String> labels(LabelSelector selector) {
    assertThat(selector.getMatchLabels()).isNotEmpty();
    return selector.getMatchLabels();
  }
}
