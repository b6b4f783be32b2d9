package app.vouch.ops;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The chart, rendered by Helm itself from a copy in a folder of the test. */
final class Chart {

  static final Path SOURCE = Path.of("helm");
  static final Path MINIMAL = Path.of("src/test/resources/helm/minimal-values.yaml");
  static final Path EVERYTHING = Path.of("src/test/resources/helm/everything-values.yaml");
  static final String NAMESPACE = "crm";

  /** What a hook's annotations are called in {@link #render}: Helm's library leaves hooks out. */
  static final String HOOK = "rendered-hook";

  private static final String LOWEST_KUBERNETES = "1.30.0";

  private final Path copy;

  private Chart(Path copy) {
    this.copy = copy;
  }

  static Chart copiedTo(Path folder) {
    try (Stream<Path> files = Files.walk(SOURCE)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = folder.resolve(SOURCE.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.writeString(target, Files.readString(file).replace("helm.sh/hook", HOOK));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Chart(folder);
  }

  /** Renders the chart; refuses values that its schema refuses. */
  Rendered render(Path values, Map<String, ?> overrides) {
    var template =
        new Helm(copy)
            .template()
            .withName("vouch")
            .withNamespace(NAMESPACE)
            .withKubeVersion(LOWEST_KUBERNETES)
            .withValuesFile(values);
    overrides.forEach(template::set);
    return new Rendered(ManifestReader.read(template.call()));
  }

  /** What Helm prints after an installation. */
  String notes(Path values) {
    String output =
        new Helm(copy)
            .install()
            .withName("vouch")
            .withNamespace(NAMESPACE)
            .withKubeVersion(LOWEST_KUBERNETES)
            .withValuesFile(values)
            .clientOnly()
            .dryRun()
            .debug()
            .call()
            .getOutput();
    return output.substring(output.indexOf("NOTES:"));
  }

  /** Lints the chart with these values as its defaults, for the linter takes no others. */
  LintResult lintWith(Path values) throws IOException {
    Files.writeString(copy.resolve("values.yaml"), Values.merged(SOURCE, values));
    return new Helm(copy).lint().strict().call();
  }

  /** The objects that one set of values makes. */
  record Rendered(List<HasMetadata> objects) {

    <T extends HasMetadata> List<T> all(Class<T> type) {
      return objects.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The only object of its type; refuses none and several. */
    <T extends HasMetadata> T only(Class<T> type) {
      List<T> found = all(type);
      if (found.size() != 1) {
        throw new AssertionError(found.size() + " objects of type " + type.getSimpleName());
      }
      return found.getFirst();
    }

    /** The only object of its type with this name. */
    <T extends HasMetadata> T named(String name, Class<T> type) {
      return new Rendered(
              objects.stream().filter(o -> o.getMetadata().getName().equals(name)).toList())
          .only(type);
    }
  }
}
