package app.vouch.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Where each operation lives and what it takes and gives, as the committed document says. */
final class OpenApiOperations {
  private static final String PREVIEW = "Preview";

  /**
   * An operation.
   *
   * @param template such as {@code /v1/deals/{id}}
   * @param scope what the key needs; empty when any will do
   * @param path its parameters in the path
   * @param query its parameters in the query
   * @param conditional whether it takes {@code If-Match}
   * @param mediaType of the body; null without one
   * @param needsBody whether the body cannot be left out
   * @param input the body's schema; missing without one
   * @param answer the schema of what it gives
   */
  record Place(
      String method,
      String template,
      String scope,
      List<String> path,
      List<String> query,
      boolean conditional,
      @Nullable String mediaType,
      boolean needsBody,
      JsonNode input,
      JsonNode answer) {

    /**
     * What a parameter is called where no protocol matters: {@code first} and {@code after} for
     * pages, and for the path's id the name that is known, {@code id} or {@code programId}.
     */
    String neutral(String parameter, Set<String> known) {
      return switch (parameter) {
        case "limit" -> "first";
        case "cursor" -> "after";
        case "id" -> known.contains("id") ? "id" : owner();
        default -> parameter;
      };
    }

    /** {@code programId} of {@code /v1/programs/{id}/versions}. */
    private String owner() {
      String[] words = template.split("/", -1)[2].replaceFirst("ies$", "ys").split("-", -1);
      StringBuilder name = new StringBuilder(words[0]);
      for (int i = 1; i < words.length; i++) {
        name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
      }
      return name.substring(0, name.length() - 1) + "Id";
    }
  }

  private final JsonNode document;
  private final Map<String, Place> places = new TreeMap<>();

  private OpenApiOperations(JsonNode document) {
    this.document = document;
    document
        .path("paths")
        .properties()
        .forEach(
            item ->
                item.getValue()
                    .properties()
                    .forEach(
                        method -> {
                          if (method.getValue().has("operationId")) {
                            places.put(
                                method.getValue().path("operationId").asText(),
                                place(item.getKey(), method.getKey(), method.getValue()));
                          }
                        }));
  }

  static OpenApiOperations committed() {
    try {
      return new OpenApiOperations(
          new YAMLMapper().readTree(Path.of("openapi/openapi.yaml").toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Place place(String template, String method, JsonNode operation) {
    JsonNode bodies = operation.path("requestBody").path("content");
    String mediaType = bodies.isEmpty() ? null : bodies.fieldNames().next();
    return new Place(
        method.toUpperCase(Locale.ROOT),
        template,
        operation.path("x-scope").asText(),
        parameters(operation, "path"),
        parameters(operation, "query"),
        parameters(operation, "header").contains("If-Match"),
        mediaType,
        operation.path("requestBody").path("required").asBoolean(),
        mediaType == null ? MissingNode.getInstance() : bodies.path(mediaType).path("schema"),
        answer(operation.path("responses")));
  }

  private List<String> parameters(JsonNode operation, String in) {
    return items(operation.path("parameters"))
        .map(this::resolved)
        .filter(parameter -> parameter.path("in").asText().equals(in))
        .map(parameter -> parameter.path("name").asText())
        .toList();
  }

  private static JsonNode answer(JsonNode responses) {
    return (responses.has("201") ? responses.path("201") : responses.path("200"))
        .path("content")
        .path("application/json")
        .path("schema");
  }

  private static Stream<JsonNode> items(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  /** A schema without its references, without "or null", and without "or a dry run's preview". */
  JsonNode resolved(JsonNode schema) {
    if (schema.has("$ref")) {
      return resolved(document.at(schema.path("$ref").asText().substring(1)));
    }
    return items(schema.path("anyOf"))
        .filter(one -> !one.path("type").asText().equals("null"))
        .filter(one -> !one.path("$ref").asText().endsWith("/" + PREVIEW))
        .findFirst()
        .map(this::resolved)
        .orElse(schema);
  }

  /** The members of an object; none for anything else, and for an object that is open. */
  Map<String, JsonNode> members(JsonNode schema) {
    Map<String, JsonNode> members = new TreeMap<>();
    resolved(schema)
        .path("properties")
        .properties()
        .forEach(member -> members.put(member.getKey(), member.getValue()));
    return members;
  }

  /** What a list holds, or the schema itself where it is no list. */
  JsonNode item(JsonNode schema) {
    Map<String, JsonNode> members = members(schema);
    JsonNode inner =
        members.containsKey("data") && members.size() <= 2 ? members.get("data") : schema;
    JsonNode array = resolved(inner == null ? schema : inner);
    return array.has("items") ? resolved(array.path("items")) : resolved(schema);
  }

  Place place(String operation) {
    return Optional.ofNullable(places.get(operation))
        .orElseThrow(() -> new AssertionError("no operation " + operation + " in openapi.yaml"));
  }

  Map<String, Place> all() {
    return places;
  }
}
