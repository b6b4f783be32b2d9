package app.vouch.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pods meet the restricted pod security standard and reach, and are reached by, what they need. */
@TestInstance(Lifecycle.PER_CLASS)
class HelmChartSecurityTest {

  private Chart.Rendered minimal;
  private Chart.Rendered everything;

  @BeforeAll
  void render(@TempDir Path folder) {
    Chart chart = Chart.copiedTo(folder);
    minimal = chart.render(Chart.MINIMAL, Map.of());
    everything = chart.render(Chart.EVERYTHING, Map.of());
  }

  List<PodSpec> pods() {
    return List.of(
        minimal.only(Deployment.class).getSpec().getTemplate().getSpec(),
        everything.only(Deployment.class).getSpec().getTemplate().getSpec(),
        minimal.only(Job.class).getSpec().getTemplate().getSpec(),
        everything.only(Job.class).getSpec().getTemplate().getSpec());
  }

  @ParameterizedTest
  @MethodSource("pods")
  void shouldRunWithoutPrivilegesWhenRendered(PodSpec pod) {
    assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
    assertThat(pod.getSecurityContext().getRunAsUser()).isEqualTo(10001L);
    assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
    assertThat(pod.getHostNetwork()).isNull();
    assertThat(pod.getContainers())
        .isNotEmpty()
        .allSatisfy(
            container -> {
              assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
              assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
              assertThat(container.getSecurityContext().getCapabilities().getDrop())
                  .containsExactly("ALL");
              assertThat(container.getSecurityContext().getCapabilities().getAdd()).isEmpty();
              assertThat(container.getSecurityContext().getRunAsUser()).isNull();
            });
  }

  @ParameterizedTest
  @MethodSource("pods")
  void shouldWriteToABoundedTmpOnlyWhenRendered(PodSpec pod) {
    assertThat(pod.getVolumes())
        .singleElement()
        .satisfies(
            volume -> {
              assertThat(volume.getEmptyDir().getSizeLimit()).isNotNull();
              assertThat(pod.getContainers().getFirst().getVolumeMounts())
                  .singleElement()
                  .satisfies(
                      mount -> {
                        assertThat(mount.getName()).isEqualTo(volume.getName());
                        assertThat(mount.getMountPath()).isEqualTo("/tmp");
                      });
            });
  }

  @ParameterizedTest
  @MethodSource("pods")
  void shouldCarryNoTokenAndNoServiceVariablesWhenRendered(PodSpec pod) {
    assertThat(pod.getAutomountServiceAccountToken()).isFalse();
    assertThat(pod.getEnableServiceLinks()).isFalse();
    assertThat(minimal.only(ServiceAccount.class).getAutomountServiceAccountToken()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("pods")
  void shouldBoundMemoryWhenRendered(PodSpec pod) {
    var resources = pod.getContainers().getFirst().getResources();

    assertThat(resources.getRequests()).containsKeys("cpu", "memory");
    assertThat(resources.getLimits()).containsKey("memory");
  }

  @Test
  void shouldProbeTheManagementPortWhenRendered() {
    Container container = pods().getFirst().getContainers().getFirst();

    assertThat(path(container, Container::getStartupProbe)).isEqualTo("/q/health/started");
    assertThat(path(container, Container::getLivenessProbe)).isEqualTo("/q/health/live");
    assertThat(path(container, Container::getReadinessProbe)).isEqualTo("/q/health/ready");
  }

  @Test
  void shouldOutlastTheLongestDeliveryWhenStopped() {
    PodSpec pod = pods().getFirst();
    long beforeTerm =
        pod.getContainers().getFirst().getLifecycle().getPreStop().getSleep().getSeconds();

    assertThat(pod.getTerminationGracePeriodSeconds()).isGreaterThan(20 + beforeTerm);
  }

  @Test
  void shouldTakeSecretsFromExistingSecretsOnlyWhenRendered() {
    List<EnvVar> env = pods().getFirst().getContainers().getFirst().getEnv();

    assertThat(everything.objects()).noneMatch(object -> object.getKind().equals("Secret"));
    assertThat(env)
        .extracting(EnvVar::getName)
        .contains("VOUCH_DB_PASSWORD", "VOUCH_SECRET_KEY", "VOUCH_OPERATOR_KEY", "VOUCH_SMTP_URL");
    assertThat(env)
        .allSatisfy(
            variable -> {
              assertThat(variable.getValue()).isNull();
              assertThat(variable.getValueFrom().getSecretKeyRef().getName())
                  .isIn("vouch-database", "vouch-secrets");
            });
    assertThat(env)
        .filteredOn(variable -> variable.getValueFrom().getSecretKeyRef().getOptional() != null)
        .extracting(EnvVar::getName)
        .containsExactly("VOUCH_BOOTSTRAP_API_KEY", "VOUCH_SMTP_URL", "VOUCH_KAFKA_PROPERTIES");
    assertThat(everything.only(ConfigMap.class).getData().keySet())
        .doesNotContainAnyElementsOf(env.stream().map(EnvVar::getName).toList());
  }

  @Test
  void shouldReachDnsDatabaseAndHttpsOnlyWhenPodsCallOut() {
    var policy = minimal.named("vouch", NetworkPolicy.class).getSpec();

    assertThat(policy.getPolicyTypes()).containsExactly("Ingress", "Egress");
    assertThat(policy.getEgress())
        .flatExtracting(NetworkPolicyEgressRule::getPorts)
        .extracting(HelmChartSecurityTest::portOf)
        .containsExactly("UDP 53", "TCP 53", "TCP 3306", "TCP 443");
    assertThat(policy.getEgress().getLast().getTo())
        .allSatisfy(peer -> assertThat(peer.getIpBlock().getExcept()).isNotEmpty());
  }

  @Test
  void shouldReachDnsAndDatabaseOnlyWhenMigrating() {
    var policy = minimal.named("vouch-migration", NetworkPolicy.class).getSpec();

    assertThat(policy.getPolicyTypes()).containsExactly("Ingress", "Egress");
    assertThat(policy.getIngress()).isEmpty();
    assertThat(policy.getEgress())
        .flatExtracting(NetworkPolicyEgressRule::getPorts)
        .extracting(HelmChartSecurityTest::portOf)
        .containsExactly("UDP 53", "TCP 53", "TCP 3306");
  }

  @Test
  void shouldLetAnybodyInToTheApiAndMonitoringToManagementWhenMinimal() {
    List<NetworkPolicyIngressRule> rules =
        minimal.named("vouch", NetworkPolicy.class).getSpec().getIngress();

    assertThat(rules).hasSize(2);
    assertThat(portOf(rules.getFirst().getPorts().getFirst())).isEqualTo("TCP 8080");
    assertThat(rules.getFirst().getFrom()).isEmpty();
    assertThat(portOf(rules.getLast().getPorts().getFirst())).isEqualTo("TCP 9000");
    assertThat(rules.getLast().getFrom()).isNotEmpty();
  }

  @Test
  void shouldLetNobodyInToManagementWhenNoMonitoringIsNamed(@TempDir Path folder) {
    var policy =
        Chart.copiedTo(folder)
            .render(Chart.MINIMAL, Map.of("networkPolicy.monitoring.from", "null"))
            .named("vouch", NetworkPolicy.class);

    assertThat(policy.getSpec().getIngress())
        .flatExtracting(NetworkPolicyIngressRule::getPorts)
        .extracting(HelmChartSecurityTest::portOf)
        .containsExactly("TCP 8080");
  }

  private static String portOf(NetworkPolicyPort port) {
    return port.getProtocol() + " " + port.getPort().getIntVal();
  }

  private static String path(Container container, Function<Container, Probe> probe) {
    HTTPGetAction get = probe.apply(container).getHttpGet();
    assertThat(get.getPort().getStrVal()).isEqualTo("management");
    assertThat(container.getPorts())
        .filteredOn(port -> port.getName().equals("management"))
        .singleElement()
        .satisfies(port -> assertThat(port.getContainerPort()).isEqualTo(9000));
    return get.getPath();
  }
}
