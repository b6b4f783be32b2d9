package app.vouch.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what GraphQL answered to one field: errors of either kind, a payload, a list, a thing. */
final class GraphqlAnswer {
  private static final Set<String> AMOUNT = Set.of("amount", "currency", "quantity", "unit");

  private final String operation;
  private final boolean mutation;
  private final Map<String, Object> answer;

  GraphqlAnswer(String operation, boolean mutation, Map<String, Object> answer) {
    this.operation = operation;
    this.mutation = mutation;
    this.answer = answer;
  }

  Outcome outcome() {
    if (answer.containsKey("code")) {
      return Outcome.refused(text(answer.get("code")), text(answer.get("detail")), List.of());
    }
    if (answer.get("errors") instanceof List<?> errors) {
      Object error = errors.getFirst();
      return Outcome.refused(
          text(JsonText.at(error, "extensions", "code")),
          text(JsonText.at(error, "message")),
          Outcome.fields(JsonText.at(error, "extensions", "errors")));
    }
    Object data = plain(JsonText.at(answer, "data", operation));
    if (operation.startsWith("event")) {
      parseEvents(data);
    }
    return switch (data) {
      case List<?> list -> Outcome.list(JsonText.maps(list), null);
      case Map<?, ?> payload when mutation -> written(JsonText.map(payload));
      case Map<?, ?> thing -> read(JsonText.map(thing));
      case null, default -> throw new AssertionError(operation + " answered " + answer);
    };
  }

  private Outcome written(Map<String, Object> payload) {
    List<Map<String, Object>> errors = JsonText.maps(payload.remove("userErrors"));
    if (!errors.isEmpty()) {
      return Outcome.refused(
          text(errors.getFirst().get("code")),
          text(errors.getFirst().get("message")),
          errors.stream()
              .filter(error -> error.get("field") instanceof List<?>)
              .map(error -> path((List<?>) error.get("field")))
              .toList());
    }
    Map<String, Object> view = JsonText.map(payload.values().iterator().next());
    Object preview = JsonText.at(answer, "extensions", "preview", operation);
    Object replayed = JsonText.at(answer, "extensions", "idempotency", operation, "replayed");
    return preview == null
        ? Outcome.of(view, Boolean.TRUE.equals(replayed))
        : Outcome.previewed(view, JsonText.map(preview));
  }

  private static Outcome read(Map<String, Object> data) {
    if (data.get("edges") instanceof List<?> edges) {
      boolean more = Boolean.TRUE.equals(JsonText.at(data, "pageInfo", "hasNextPage"));
      return Outcome.list(
          JsonText.maps(edges).stream().map(edge -> JsonText.map(edge.get("node"))).toList(),
          more ? (String) JsonText.at(data, "pageInfo", "endCursor") : null);
    }
    return data.containsKey("nextCursor")
        ? Outcome.list(
            JsonText.maps(
                data.values().stream().filter(List.class::isInstance).findFirst().orElseThrow()),
            (String) data.get("nextCursor"))
        : Outcome.of(data, false);
  }

  /** GraphQL has no type for free JSON, so an event's data and changes are texts there. */
  private static void parseEvents(@Nullable Object data) {
    switch (data) {
      case Map<?, ?> map -> {
        Map<String, Object> event = JsonText.map(map);
        event.computeIfPresent("data", (name, text) -> JsonText.read(text.toString()));
        event.computeIfPresent("changes", (name, text) -> JsonText.read(text.toString()));
        List.copyOf(event.keySet()).stream()
            .filter(name -> !name.equals("data") && !name.equals("changes"))
            .forEach(name -> parseEvents(event.get(name)));
      }
      case List<?> list -> list.forEach(GraphqlAnswer::parseEvents);
      case null, default -> {}
    }
  }

  /** Lists of key and value are maps; an amount has the members that it says something with. */
  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<Object, Object> plain = new LinkedHashMap<>();
        map.forEach(
            (name, member) ->
                plain.put(
                    name,
                    name.equals("metadata") && member instanceof List<?> entries
                        ? entries(JsonText.maps(entries))
                        : plain(member)));
        if (plain.keySet().equals(AMOUNT)) {
          plain.values().removeIf(Objects::isNull);
        }
        yield plain;
      }
      case List<?> list -> list.stream().map(GraphqlAnswer::plain).collect(Collectors.toList());
      case null, default -> value;
    };
  }

  private static Map<Object, Object> entries(List<Map<String, Object>> entries) {
    Map<Object, Object> map = new LinkedHashMap<>();
    entries.forEach(entry -> map.put(entry.get("key"), entry.get("value")));
    return map;
  }

  private static String path(List<?> field) {
    return field.stream().map(String::valueOf).collect(Collectors.joining("/"));
  }

  private static String text(@Nullable Object value) {
    return String.valueOf(value);
  }
}
