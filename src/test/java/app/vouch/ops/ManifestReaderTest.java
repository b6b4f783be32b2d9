package app.vouch.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proves that the reader, by which the chart is judged, can say no. */
class ManifestReaderTest {

  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: vouch
      spec:
        replicas: 2
        template:
          spec:
            containers:
              - name: vouch
                env:
                  - name: VOUCH_MIGRATE
                    value: "false"
                readinessProbe:
                  httpGet:
                    path: /q/health/ready
                    port: 9000
                resources:
                  limits:
                    cpu: 1
                    memory: 1Gi
      """;

  @Test
  void shouldReadAllDocumentsWhenTheyAreRight() {
    String configMap = "apiVersion: v1\nkind: ConfigMap\ndata:\n  A: \"1\"\n";

    var objects = ManifestReader.read(DEPLOYMENT + "---\n# a comment\n" + configMap);

    assertThat(objects).hasSize(2);
    assertThat(objects.getFirst()).isInstanceOf(Deployment.class);
    assertThat(objects.getLast()).isInstanceOf(ConfigMap.class);
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "spec:                 | specs:                | specs",
        "replicas: 2           | replica: 2            | replica",
        "replicas: 2           | replicas: \"2\"       | replicas",
        "readinessProbe:       | readynessProbe:       | readynessProbe",
        "path: /q/health/ready | url: /q/health/ready  | url",
        "value: \"false\"      | value: false          | value",
        "name: vouch           | name: [vouch]         | name",
        "kind: Deployment      | kind: Deploymint      | Deploymint",
        "apps/v1               | apps/v1beta1          | apps/v1beta1",
      })
  void shouldRefuseWhenOneThingIsWrong(String right, String wrong, String named) {
    String manifest = DEPLOYMENT.replace(right, wrong);
    assertThat(manifest).isNotEqualTo(DEPLOYMENT);

    assertThatThrownBy(() -> ManifestReader.read(manifest))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(named);
  }

  @Test
  void shouldRefuseWhenAFieldIsGivenTwice() {
    String manifest = DEPLOYMENT.replace("  replicas: 2\n", "  replicas: 2\n  replicas: 3\n");

    assertThatThrownBy(() -> ManifestReader.read(manifest))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("replicas");
  }
}
