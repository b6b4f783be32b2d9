package app.vouch.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.docs.GeneratedFile;
import app.vouch.platform.event.EventType;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The committed schemas are those of the code, and their examples satisfy them. Examples come from
 * {@link EventStoryTest}.
 */
@QuarkusTest
@Tag("generated")
class EventDocumentsTest {
  private final EventSchemas schemas = EventSchemas.built();

  @ParameterizedTest
  @EnumSource
  void shouldKeepTheSchema(EventType type) {
    EventFile file = new EventFile(type);
    GeneratedFile.check(file.path(), EventFile.text(schemas.schema(type), file.example()));
  }

  @ParameterizedTest
  @EnumSource
  void shouldShowAnExampleThatSatisfiesTheSchema(EventType type) {
    if (Boolean.getBoolean(GeneratedFile.GENERATE)) {
      return;
    }
    Optional<JsonNode> example = new EventFile(type).example();
    assertThat(example).as("make docs writes the example of %s", type.text()).isPresent();
    assertThat(schemas.faults(type, example.orElseThrow()))
        .as("the example of %s; make docs replaces it", type.text())
        .isEmpty();
  }

  @Test
  void shouldKeepNoSchemaOfATypeThatIsGone() throws IOException {
    List<Path> known =
        Arrays.stream(EventType.values()).map(type -> new EventFile(type).path()).toList();
    try (Stream<Path> files = Files.list(EventFile.FOLDER)) {
      List<Path> gone = files.filter(file -> !known.contains(file)).toList();
      if (Boolean.getBoolean(GeneratedFile.GENERATE)) {
        for (Path file : gone) {
          Files.delete(file);
        }
      } else {
        assertThat(gone).as("no such types any more; make docs removes them").isEmpty();
      }
    }
  }
}
