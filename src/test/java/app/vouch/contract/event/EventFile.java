package app.vouch.contract.event;

import app.vouch.platform.event.EventType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The committed schema of a type of event, with an example that a test once brought about. */
record EventFile(EventType type) {
  static final Path FOLDER = Path.of("openapi/events");

  private static final ObjectMapper JSON = new ObjectMapper();

  Path path() {
    return FOLDER.resolve(type.text() + ".json");
  }

  Optional<JsonNode> example() {
    try {
      return Files.exists(path())
          ? Optional.of(JSON.readTree(path().toFile()).at("/examples/0"))
              .filter(example -> !example.isMissingNode())
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(ObjectNode schema, Optional<JsonNode> example) {
    ObjectNode whole = schema.deepCopy();
    example.ifPresent(node -> whole.putArray("examples").add(node));
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
    printer.indentObjectsWith(lines);
    printer.indentArraysWith(lines);
    try {
      return JSON.writer(printer).writeValueAsString(whole) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
