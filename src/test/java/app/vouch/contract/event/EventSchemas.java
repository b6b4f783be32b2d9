package app.vouch.contract.event;

import app.vouch.platform.event.EventType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema (2020-12) of each type of event, complete in itself; made of the webhooks of the
 * OpenAPI document, which the build makes of the code.
 */
public final class EventSchemas {
  private static final String OPEN_API = "META-INF/quarkus-generated-openapi-doc.JSON";
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
  private static final String COMPONENTS = "#/components/schemas/";
  private static final String DEFINITIONS = "#/$defs/";
  private static final String REF = "$ref";

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  private static @Nullable EventSchemas built;

  private final JsonNode openApi;
  private final Map<EventType, Schema> strict = new EnumMap<>(EventType.class);

  EventSchemas(JsonNode openApi) {
    this.openApi = openApi;
    for (EventType type : EventType.values()) {
      strict.put(type, REGISTRY.getSchema(strict(schema(type))));
    }
  }

  /** Of the code as it was built; made once. */
  public static synchronized EventSchemas built() {
    if (built == null) {
      built = new EventSchemas(openApi());
    }
    return built;
  }

  private static JsonNode openApi() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream document = loader.getResourceAsStream(OPEN_API)) {
      return new ObjectMapper().readTree(Objects.requireNonNull(document, OPEN_API));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The published schema: open, since receivers have to ignore members that it does not name. */
  ObjectNode schema(EventType type) {
    JsonNode webhook = openApi.at("/webhooks").path(type.text()).path("post");
    ObjectNode schema = new ObjectMapper().createObjectNode();
    schema.put("$schema", DIALECT);
    schema.put("$id", "urn:vouch:event:" + type.text());
    schema.put("title", type.text());
    ObjectNode body = new ObjectMapper().createObjectNode();
    merge(body, webhook.at("/requestBody/content/application~1json/schema"));
    expand(body);
    body.put(
        "description",
        webhook.path("summary").asText() + ". " + webhook.path("description").asText());
    schema.setAll(body);
    schema.set("$defs", definitions(body));
    refer(schema);
    open(schema);
    return schema;
  }

  /**
   * Where an event differs from its schema, in words; here members that the schema does not name
   * are a fault too.
   */
  public List<String> faults(EventType type, JsonNode event) {
    return Objects.requireNonNull(strict.get(type)).validate(event).stream()
        .map(Error::toString)
        .toList();
  }

  /** Adds what another schema demands. A reference alone stays a reference. */
  private void merge(ObjectNode into, JsonNode schema) {
    if (into.isEmpty() && schema.size() == 1 && schema.has(REF)) {
      into.set(REF, schema.path(REF));
      return;
    }
    expand(into);
    if (schema.has(REF)) {
      merge(into, target(schema));
      expand(into);
    }
    schema.path("allOf").forEach(part -> merge(into, part));
    schema
        .properties()
        .forEach(
            member -> {
              switch (member.getKey()) {
                case REF, "allOf" -> {}
                case "required" -> addNames(into.withArray("required"), member.getValue());
                case "properties" -> mergeMembers(into, member.getValue());
                case "const" -> {
                  into.remove("enum");
                  into.set("const", member.getValue());
                }
                default -> into.set(member.getKey(), member.getValue().deepCopy());
              }
            });
  }

  private void mergeMembers(ObjectNode into, JsonNode members) {
    ObjectNode present = into.withObject("/properties");
    members
        .properties()
        .forEach(
            member -> {
              if (present.has(member.getKey())) {
                merge((ObjectNode) present.path(member.getKey()), member.getValue());
              } else {
                present.set(member.getKey(), member.getValue().deepCopy());
              }
            });
  }

  private static void addNames(ArrayNode names, JsonNode more) {
    Set<String> known = new TreeSet<>();
    names.forEach(name -> known.add(name.asText()));
    more.forEach(
        name -> {
          if (known.add(name.asText())) {
            names.add(name);
          }
        });
  }

  private void expand(ObjectNode schema) {
    if (schema.has(REF)) {
      ObjectNode own = schema.deepCopy();
      own.remove(REF);
      JsonNode target = target(schema);
      schema.removeAll();
      merge(schema, target);
      expand(schema);
      merge(schema, own);
    }
  }

  private JsonNode target(JsonNode schema) {
    String ref = schema.path(REF).asText();
    JsonNode target = openApi.at(ref.substring(1));
    if (target.isMissingNode()) {
      throw new AssertionError("the OpenAPI document has no " + ref);
    }
    return target;
  }

  private ObjectNode definitions(JsonNode schema) {
    Map<String, JsonNode> found = new TreeMap<>();
    Deque<JsonNode> open = new ArrayDeque<>(List.of(schema));
    while (!open.isEmpty()) {
      JsonNode node = open.pop();
      if (node.path(REF).isTextual()) {
        String name = node.path(REF).asText().substring(COMPONENTS.length());
        if (!found.containsKey(name)) {
          JsonNode target = target(node).deepCopy();
          found.put(name, target);
          open.push(target);
        }
      }
      node.forEach(open::push);
    }
    ObjectNode definitions = new ObjectMapper().createObjectNode();
    found.forEach(definitions::set);
    return definitions;
  }

  private static void refer(JsonNode node) {
    if (node instanceof ObjectNode object && object.path(REF).isTextual()) {
      object.put(REF, object.path(REF).asText().replace(COMPONENTS, DEFINITIONS));
    }
    node.forEach(EventSchemas::refer);
  }

  /** Schemas that requests share are closed in the OpenAPI document. */
  private static void open(JsonNode node) {
    node.forEach(EventSchemas::open);
    if (node instanceof ObjectNode object && object.path("additionalProperties").isBoolean()) {
      object.remove("additionalProperties");
    }
  }

  private static JsonNode strict(ObjectNode schema) {
    ObjectNode copy = schema.deepCopy();
    copy.remove("$id");
    close(copy);
    return copy;
  }

  private static void close(JsonNode node) {
    node.forEach(EventSchemas::close);
    if (node instanceof ObjectNode object && object.path("properties").isObject()) {
      object.put("additionalProperties", false);
    }
  }
}
