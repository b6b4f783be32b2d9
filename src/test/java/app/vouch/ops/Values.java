package app.vouch.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;

/** The chart's values files. */
final class Values {

  private static final ObjectMapper YAML = new YAMLMapper();

  static {
    YAML.configOverride(ArrayNode.class).setMergeable(false);
  }

  private Values() {}

  static JsonNode read(Path file) throws IOException {
    return YAML.readTree(file.toFile());
  }

  /** The defaults of a chart with a values file laid over them, as Helm does it. */
  static String merged(Path chart, Path values) throws IOException {
    JsonNode defaults = read(chart.resolve("values.yaml"));
    JsonNode merged = YAML.readerForUpdating(defaults).readValue(values.toFile());
    return YAML.writeValueAsString(merged);
  }
}
