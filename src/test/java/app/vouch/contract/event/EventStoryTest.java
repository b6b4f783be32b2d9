package app.vouch.contract.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.vouch.TestClock;
import app.vouch.TestRealm;
import app.vouch.docs.GeneratedFile;
import app.vouch.platform.event.EventType;
import app.vouch.platform.event.Events;
import app.vouch.platform.event.Fact;
import app.vouch.platform.work.Work;
import app.vouch.shared.Uuid7;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type of event comes about, and real events are what the published schemas say. */
@QuarkusTest
@Tag("event-examples")
class EventStoryTest {
  @Inject TestClock clock;
  @Inject Clock now;
  @Inject TestRealm realm;
  @Inject Work work;
  @Inject Events events;
  @Inject Uuid7 ids;

  private final EventSchemas schemas = EventSchemas.built();

  @Test
  void shouldPublishEveryTypeOfEventAsItsSchemaSays() throws IOException {
    Map<EventType, JsonNode> seen = new EnumMap<>(EventType.class);
    try (EventStory story = new EventStory(clock, now)) {
      story.play();
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () -> {
                story.events().forEach(event -> seen.putIfAbsent(type(event), event));
                assertThat(seen).containsKeys(EventType.values());
              });
      for (JsonNode event : story.events()) {
        assertThat(schemas.faults(type(event), event)).as(event.toPrettyString()).isEmpty();
      }
    }
    if (Boolean.getBoolean(GeneratedFile.GENERATE)) {
      for (EventType type : EventType.values()) {
        replaceExample(type, seen.get(type));
      }
    }
  }

  private static EventType type(JsonNode event) {
    return EventType.of(event.path("type").asText()).orElseThrow();
  }

  /** An example that still satisfies the schema stays, so that files change only for a reason. */
  private void replaceExample(EventType type, JsonNode seen) throws IOException {
    EventFile file = new EventFile(type);
    JsonNode example =
        file.example()
            .filter(present -> schemas.faults(type, present).isEmpty())
            .orElseGet(() -> presentable(seen));
    GeneratedFile.check(file.path(), EventFile.text(schemas.schema(type), Optional.of(example)));
  }

  /** With an address that is not the test's own. */
  private static JsonNode presentable(JsonNode event) {
    try {
      return new ObjectMapper()
          .readTree(
              event
                  .toString()
                  .replaceAll("http://127\\.0\\.0\\.1:[0-9]+/", "https://crm.example/"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One way to make an example wrong. */
  record Wrong(String what, Consumer<ObjectNode> change) {
    @Override
    public String toString() {
      return what;
    }
  }

  static List<Wrong> wrongs() {
    return List.of(
        new Wrong("a member is missing", event -> referral(event).remove("state")),
        new Wrong("the envelope lacks a member", event -> event.remove("sequence")),
        new Wrong("null where something must be", event -> referral(event).putNull("source")),
        new Wrong("a value that does not exist", event -> referral(event).put("state", "SOLD")),
        new Wrong("a text for a number", event -> referral(event).put("version", "7")),
        new Wrong("no time", event -> event.put("timestamp", "yesterday")),
        new Wrong("another resource's id", event -> resource(event).put("id", "dea_1")),
        new Wrong("another resource", event -> resource(event).put("type", "deal")),
        new Wrong("another type", event -> event.put("type", "referral.lost")),
        new Wrong("no data of the resource", event -> event.putObject("data")),
        new Wrong("a member that is not named", event -> referral(event).put("token", "x")),
        new Wrong("a change without its before", event -> change(event).remove(0)));
  }

  private static ObjectNode referral(ObjectNode event) {
    return (ObjectNode) event.at("/data/referral");
  }

  private static ObjectNode resource(ObjectNode event) {
    return (ObjectNode) event.path("resource");
  }

  private static com.fasterxml.jackson.databind.node.ArrayNode change(ObjectNode event) {
    return (com.fasterxml.jackson.databind.node.ArrayNode) event.at("/changes/state");
  }

  @ParameterizedTest
  @MethodSource("wrongs")
  void shouldFindFaultWithAnExampleThatIsWrong(Wrong wrong) {
    ObjectNode event = new EventFile(EventType.REFERRAL_WON).example().orElseThrow().deepCopy();
    assertThat(schemas.faults(EventType.REFERRAL_WON, event)).isEmpty();

    wrong.change().accept(event);

    assertThat(schemas.faults(EventType.REFERRAL_WON, event)).isNotEmpty();
  }

  /** A won referral, without anything that its schema demands. */
  record Bare(UUID resourceId) implements Fact {
    @Override
    public EventType type() {
      return EventType.REFERRAL_WON;
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public Object view() {
      return Map.of();
    }
  }

  @Test
  void shouldRefuseEverywhereWhatItsSchemaDoesNotAllow() {
    UUID tenant = realm.make();
    UUID resource = ids.next();

    assertThatThrownBy(
            () ->
                realm.in(
                    tenant,
                    () -> {
                      work.step("test", () -> events.publish(new Bare(resource)));
                      return resource;
                    }))
        .hasMessageContaining("referral.won is not what its schema says");
  }

  @Test
  void shouldNameEveryTypeOnce() {
    assertThat(Arrays.stream(EventType.values()).map(EventType::text))
        .doesNotHaveDuplicates()
        .allMatch(text -> text.matches("[a-z]+\\.[a-z_]+"));
  }
}
